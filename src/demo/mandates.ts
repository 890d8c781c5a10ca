/** On which papers the invented officials act: competences by law, assignments, delegations, one absence. */
import { instantOf } from '../kit/day.ts';
import type { StepRole } from '../modules/mandates/contract.ts';
import {
  registerCertificate,
  stateAbsence,
  stateCertificateDuty,
  stateDelegation,
  stateMany,
  stateSecondment,
} from '../modules/mandates/contract.ts';
import { sampleCertificates } from '../modules/mandates/samples.ts';
import { people } from './accounts.ts';
import { madeId } from './ids.ts';
import { CITY, departments, FIRST_DAY, official, officials } from './staff.ts';
import type { Happening } from './stage.ts';
import { marked } from './wording.ts';

const at = (clock: string): Date => instantOf(FIRST_DAY, clock);
const id = (key: string, moment = at('09:00')): string => madeId(`mandate ${key}`, moment);

const law = {
  number: '72/2025/QH15',
  issuedOn: '2025-06-16',
  titleVi: 'Luật Tổ chức chính quyền địa phương',
};
const staffing = {
  number: 'MH-12/QĐ-UBND',
  issuedOn: '2025-06-30',
  titleVi: marked('Quyết định phân công nhiệm vụ'),
};

/** What each department of the city decides by name. */
const decides: Partial<Record<(typeof departments)[number], readonly string[]>> = {
  'hue-finance': ['2.001583', '2.002043'],
  'hue-construction': ['1.013237'],
  'hue-health': ['1.001806', '1.003029'],
  'hue-home-affairs': ['1.012644'],
  'hue-culture': ['1.014464'],
};

const byLaw = (
  key: string,
  holder: { unitId: string } | { level: 'commune' | 'province'; within: string },
) => ({
  id: id(`competence ${key}`),
  holder,
  ground: 'law' as const,
  from: FIRST_DAY,
  paper: law,
});

const competences = [
  { ...byLaw('communes', { level: 'commune', within: 'centre' }), scope: 'all' as const },
  { ...byLaw('provinces', { level: 'province', within: 'centre' }), scope: 'all' as const },
  ...Object.entries(decides).map(([unitId, procedures]) => ({
    ...byLaw(unitId, { unitId }),
    scope: { procedures: [...procedures] },
  })),
];

const stated: Happening = {
  at: at('09:00'),
  key: 'mandates by law and assignments',
  run: async (stage) => {
    const assignments = officials.map(({ unitId, key, post, personId }) => ({
      id: id(`assignment ${unitId} ${key}`),
      personId,
      unitId,
      scope: 'all' as const,
      roles: [...post.steps],
      from: FIRST_DAY,
      paper: staffing,
    }));
    await stage.call(stateMany, { competences, assignments }, people.office);
  },
};

/** Who is asked in cases that others decide: maps of plots, plans of building, names of businesses. */
const asked: Readonly<Record<string, string>> = {
  'hue-agriculture': '1.013978',
  'hue-construction': '1.013225',
  'hue-finance': '1.001612',
};

const alongOnly: StepRole[] = ['consult'];

const worksAlong: Happening = {
  at: at('09:05'),
  key: 'mandates of who works along',
  run: async (stage) => {
    const competences = Object.entries(asked).map(([unitId, code]) => ({
      ...byLaw(`${unitId} along`, { unitId }),
      scope: { procedures: [code] },
      roles: alongOnly,
    }));
    await stage.call(stateMany, { competences }, people.office);
  },
};

/** The city hands work on plots of land to its department, and a ward the signing of certified copies to its centre. */
const delegatedAt = instantOf('2025-07-10', '10:00');
const delegation = (key: string, number: string, titleVi: string) => ({
  id: id(`delegation ${key}`, delegatedAt),
  from: '2025-07-11',
  paper: { number, issuedOn: '2025-07-10', titleVi: marked(titleVi) },
});

const land = {
  ...delegation('land', 'MH-21/QĐ-UBND', 'Quyết định ủy quyền'),
  giverUnitId: CITY,
  taker: { unitId: 'hue-agriculture' },
  scope: { procedures: ['1.012784', '1.012786', '1.012787'] },
  roles: ['assign', 'appraise', 'check', 'sign', 'issue'] satisfies StepRole[],
  to: '2026-07-01',
};
const copies = {
  ...delegation('copies', 'MH-22/QĐ-UBND', 'Quyết định ủy quyền ký'),
  giverUnitId: 'commune-19789',
  taker: { unitId: 'commune-19789', personId: official('commune-19789', 'centre').personId },
  scope: { procedures: ['2.000815', '2.000908'] },
  roles: ['sign'] satisfies StepRole[],
  to: '2025-11-28',
};

const delegations: Happening = {
  at: delegatedAt,
  key: 'mandates delegated',
  run: async (stage) => {
    await stage.call(stateDelegation, land, people.hueOffice);
    await stage.call(stateDelegation, copies, people.office);
  },
};

/** The chair of Vỹ Dạ is away for two weeks; the deputy stands in. */
export const absence = { unitId: 'commune-19777', from: '2025-11-10', to: '2025-11-22' };

const absent: Happening = {
  at: instantOf('2025-11-07', '16:00'),
  key: 'mandates absence',
  run: async (stage) => {
    const { unitId } = absence;
    const paper = {
      number: 'MH-31/QĐ-UBND',
      issuedOn: '2025-11-07',
      titleVi: marked('Quyết định cử đi học'),
    };
    await stage.call(
      stateAbsence,
      {
        ...absence,
        id: id('absence', instantOf('2025-11-07', '16:00')),
        personId: official(unitId, 'chair').personId,
        standInId: official(unitId, 'deputy').personId,
        paper,
      },
      people.office,
    );
  },
};

/** Two chairs have registered certificates, one ends in December; Phú Xuân will sign with nothing else from December on. */
const certificatesAt = instantOf('2025-11-08', '08:30');
const certificates: Happening = {
  at: certificatesAt,
  key: 'mandates certificates',
  run: async (stage) => {
    const register = (unitId: string, which: keyof typeof sampleCertificates, personId?: string) =>
      stage.call(
        registerCertificate,
        {
          id: id(`certificate ${which}`, certificatesAt),
          unitId,
          ...(personId && { personId }),
          content: sampleCertificates[which],
        },
        people.office,
      );
    const [ward, other] = ['commune-19789', 'commune-19753'];
    await register(ward, 'ending', official(ward, 'chair').personId);
    await register(other, 'valid', official(other, 'chair').personId);
    await register(other, 'unit');
    const paper = {
      number: 'MH-33/QĐ-UBND',
      issuedOn: '2025-11-07',
      titleVi: marked('Quy định ký số văn bản'),
    };
    await stage.call(
      stateCertificateDuty,
      { id: id('certificate duty', certificatesAt), unitId: other, from: '2025-12-01', paper },
      people.office,
    );
  },
};

/** A specialist of Vỹ Dạ works in Thuận Hóa for a year. */
const secondedAt = instantOf('2025-09-26', '15:00');
const seconded: Happening = {
  at: secondedAt,
  key: 'mandates secondment',
  run: async (stage) => {
    const [fromUnitId, toUnitId] = ['commune-19777', 'commune-19789'];
    await stage.call(stateSecondment, {
      id: id('secondment', secondedAt),
      personId: official(fromUnitId, 'second').personId,
      fromUnitId,
      toUnitId,
      roles: ['appraise', 'consult'],
      from: '2025-10-01',
      to: '2026-10-01',
      paper: {
        number: 'MH-27/QĐ-UBND',
        issuedOn: '2025-09-26',
        titleVi: marked('Quyết định biệt phái'),
      },
    });
  },
};

export const mandateHappenings = (): Happening[] => [
  stated,
  worksAlong,
  delegations,
  seconded,
  absent,
  certificates,
];
