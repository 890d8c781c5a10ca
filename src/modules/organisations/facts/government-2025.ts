import type { Succession } from '../rules/model.ts';
import { succession } from './statement.ts';

const on = '2025-03-01';
const legalBasis =
  'Nghị quyết 176/2025/QH15 ngày 18/02/2025 về cơ cấu tổ chức của Chính phủ; các nghị định ngày 01/03/2025 quy định chức năng, nhiệm vụ của từng bộ';

// Subjects are keys; their names on screen are in messages.ts.
function merge(from: string, to: string, exceptions: [subject: string, toUnitId: string][] = []): Succession {
  const bySubject = exceptions.map(([subject, toUnitId]) => ({ subject, toUnitId }));
  return succession({
    on,
    kind: 'merge',
    from,
    to: [...new Set([to, ...bySubject.map((entry) => entry.toUnitId)])],
    rule: { default: to, bySubject },
    legalBasis,
  });
}

function transfer(from: string, to: string, subject: string): Succession {
  const rule = { bySubject: [{ subject, toUnitId: to }] };
  return succession({ on, kind: 'transferOfCompetence', from, to: [to], rule, legalBasis });
}

/** From 18 to 14 ministries and from 4 to 3 ministerial agencies on 1 March 2025, with the fields that went elsewhere. */
export const government2025: readonly Succession[] = [
  merge('mpi', 'mof'),
  merge('mot', 'moc', [['drivingLicences', 'mops']]),
  merge('mard', 'mae'),
  merge('monre', 'mae'),
  merge('mic', 'most', [
    ['press', 'mocst'],
    ['cyberSecurity', 'mops'],
  ]),
  merge('molisa', 'moha', [
    ['vocationalEducation', 'moet'],
    ['socialProtection', 'moh'],
    ['childProtection', 'moh'],
    ['drugRehabilitation', 'mops'],
    ['povertyReduction', 'mae'],
  ]),
  merge('ethnic-committee', 'moemr'),
  merge('social-security', 'mof'),
  merge('capital-committee', 'mof'),
  merge('mausoleum', 'mond'),
  transfer('moha', 'moemr', 'religion'),
  transfer('moj', 'mops', 'criminalRecords'),
];
