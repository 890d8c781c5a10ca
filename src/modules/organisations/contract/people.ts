import { z } from 'zod';

import { cursor, day, endpoint, id, limit, pageOf } from '../../../kit/contract.ts';
import { alreadyHeld, emailTaken, unitNotLiving } from '../problems.ts';
import { ranks } from '../rules/office.ts';
import { name, unitId } from './shapes.ts';

const permission = 'organisation.edit';
const email = z.email().max(200).nullable();
const phone = z.string().trim().max(40).nullable();
const paper = z.string().trim().min(1).max(300);
const rank = z.enum(ranks);

export const officeHolder = z.object({
  positionId: id,
  titleVi: z.string(),
  titleEn: z.string(),
  rank,
  appointmentId: id.nullable(),
  personId: id.nullable(),
  personName: z.string().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
  paper: z.string().nullable(),
});

const person = z.object({
  id,
  fullName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
});

export const listPeople = endpoint({
  name: 'organisations.listPeople',
  method: 'GET',
  path: '/organisations/people',
  summary: { vi: 'Danh sách người', en: 'People' },
  permission,
  input: { search: z.string().trim().max(200).optional(), cursor, limit },
  reply: pageOf(person),
});

const appointmentOfPerson = z.object({
  id,
  positionId: id,
  personId: id,
  unitId,
  unitNameVi: z.string(),
  unitNameEn: z.string(),
  titleVi: z.string(),
  titleEn: z.string(),
  rank,
  validFrom: day,
  validTo: day.nullable(),
  paper: z.string(),
  endPaper: z.string().nullable(),
});

export const getPerson = endpoint({
  name: 'organisations.getPerson',
  method: 'GET',
  path: '/organisations/people/:id',
  summary: { vi: 'Một người và các chức vụ', en: 'A person and the positions held' },
  permission,
  input: { id },
  reply: person.extend({ appointments: z.array(appointmentOfPerson) }),
  personal: true,
});

export const createPerson = endpoint({
  name: 'organisations.createPerson',
  method: 'POST',
  path: '/organisations/people',
  summary: { vi: 'Thêm người', en: 'Add a person' },
  permission,
  input: { id: id.optional(), fullName: name, email: email.default(null), phone: phone.default(null) },
  reply: z.object({ id }),
  problems: [emailTaken],
});

export const changePerson = endpoint({
  name: 'organisations.changePerson',
  method: 'PUT',
  path: '/organisations/people/:id',
  summary: { vi: 'Sửa thông tin người', en: 'Change a person' },
  permission,
  input: { id, fullName: name, email: email.default(null), phone: phone.default(null) },
  reply: z.object({ id }),
  problems: [emailTaken],
});

export const listPositions = endpoint({
  name: 'organisations.listPositions',
  method: 'GET',
  path: '/organisations/units/:unitId/positions',
  summary: {
    vi: 'Chức vụ của cơ quan và người giữ tại một ngày',
    en: 'Positions of a unit and who held them on a day',
  },
  permission: 'public',
  input: { unitId, asOf: day.optional() },
  reply: z.object({ asOf: day, items: z.array(officeHolder) }),
});

export const createPosition = endpoint({
  name: 'organisations.createPosition',
  method: 'POST',
  path: '/organisations/units/:unitId/positions',
  summary: { vi: 'Thêm chức vụ', en: 'Add a position' },
  permission,
  input: { id: id.optional(), unitId, titleVi: name, titleEn: name, rank, validFrom: day },
  reply: z.object({ id }),
  problems: [unitNotLiving],
});

export const endPosition = endpoint({
  name: 'organisations.endPosition',
  method: 'POST',
  path: '/organisations/positions/:id/end',
  summary: { vi: 'Bỏ chức vụ', en: 'End a position' },
  permission,
  input: { id, on: day },
  reply: z.object({ id }),
});

export const appoint = endpoint({
  name: 'organisations.appoint',
  method: 'POST',
  path: '/organisations/positions/:positionId/appointments',
  summary: { vi: 'Bổ nhiệm', en: 'Appoint a person' },
  permission,
  input: { id: id.optional(), positionId: id, personId: id, validFrom: day, validTo: day.optional(), paper },
  reply: z.object({ id }),
  problems: [alreadyHeld, unitNotLiving],
});

export const endAppointment = endpoint({
  name: 'organisations.endAppointment',
  method: 'POST',
  path: '/organisations/appointments/:id/end',
  summary: { vi: 'Kết thúc bổ nhiệm', en: 'End an appointment' },
  permission,
  input: { id, on: day, paper },
  reply: z.object({ id }),
});
