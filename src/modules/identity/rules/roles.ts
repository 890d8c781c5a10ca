import type { Text } from '../../../kit/i18n.ts';

export const roles = [
  'leader',
  'office',
  'coordinator',
  'head',
  'desk',
  'specialist',
  'inspector',
  'administrator',
] as const;
/** What a person is for a unit. Everybody else is the public, who sees what is classified public. */
export type Role = (typeof roles)[number];

/** The whole installation, where a unit is asked for: reaches every unit, whatever the organisation tree holds. */
export const everywhere = '*';

const view = [
  'directive.view',
  'figure.view',
  'organisation.view',
  'notice.view',
  'file.read',
  'procedure.view',
  'mandate.view',
  'warning.view',
];

/** Messages to other systems and what became of them. */
const exchange = ['exchange.view', 'exchange.manage'];

/** What keeps procedures, mandates and calendars in order. */
const rules = ['procedure.edit', 'procedure.publish', 'mandate.edit', 'mandate.assign', 'calendar.edit'];

const table: Record<Role, readonly string[]> = {
  leader: [
    ...view,
    'exchange.view',
    'extension.decide',
    'difficulty.answer',
    'meeting.hold',
    'figure.freeze',
    'warning.acknowledge',
    'case.view',
    'case.sign',
    'export.all',
    'audit.read',
    'operations.view',
    'operations.handOver',
  ],
  office: [
    ...view,
    ...rules,
    ...exchange,
    'case.view',
    'directive.edit',
    'directive.import',
    'task.assign',
    'task.cancel',
    'report.accept',
    'report.unlock',
    'extension.decide',
    'difficulty.answer',
    'meeting.hold',
    'figure.define',
    'figure.freeze',
    'index.claim',
    'index.verify',
    'warning.acknowledge',
    'warning.define',
    'notice.settings',
    'file.write',
    'export.all',
    'operations.view',
    'operations.handOver',
  ],
  coordinator: [
    ...view,
    ...exchange,
    'report.write',
    'index.claim',
    'extension.ask',
    'warning.acknowledge',
    'file.write',
    'export.all',
    'operations.view',
  ],
  head: [
    ...view,
    ...exchange,
    'report.confirm',
    'extension.ask',
    'difficulty.answer',
    'warning.acknowledge',
    'mandate.assign',
    'case.view',
    'case.assign',
    'case.handle',
    'case.sign',
    'figure.freeze',
    'file.write',
    'export.all',
    'operations.view',
    'operations.handOver',
  ],
  desk: [...view, 'warning.acknowledge', 'case.view', 'case.receive', 'case.return', 'file.write'],
  specialist: [...view, 'case.view', 'case.handle', 'file.write'],
  inspector: [...view, 'exchange.view', 'case.view', 'audit.read', 'export.all'],
  administrator: [
    ...view,
    ...rules,
    ...exchange,
    'account.manage',
    'organisation.edit',
    'organisation.import',
    'figure.define',
    'warning.define',
    'notice.settings',
    'audit.read',
    'operations.announce',
  ],
};

const sets = new Map<string, ReadonlySet<string>>(roles.map((role) => [role, new Set(table[role])]));
const none: ReadonlySet<string> = new Set();

/** The permissions a role gives within its units; none for a name that is no role. */
export function permissionsOf(role: string): ReadonlySet<string> {
  return sets.get(role) ?? none;
}

/** Every permission there is, in the order of the alphabet: rows of the roles matrix. */
export const permissions: readonly string[] = [...new Set(roles.flatMap((role) => table[role]))].sort();

export const roleNames: Record<Role, Text> = {
  leader: { vi: 'Lãnh đạo chỉ đạo', en: 'Steering leader' },
  office: { vi: 'Cơ quan thường trực', en: 'Standing office' },
  coordinator: { vi: 'Đầu mối đơn vị', en: 'Unit coordinator' },
  head: { vi: 'Thủ trưởng đơn vị', en: 'Unit leader' },
  desk: { vi: 'Cán bộ một cửa', en: 'One-stop officer' },
  specialist: { vi: 'Chuyên viên thụ lý', en: 'Specialist' },
  inspector: { vi: 'Kiểm tra (chỉ xem)', en: 'Inspector (read only)' },
  administrator: { vi: 'Quản trị hệ thống', en: 'Administrator' },
};
