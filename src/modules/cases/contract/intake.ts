import { z } from 'zod';

import { endpoint, id, instant } from '../../../kit/contract.ts';
import * as problems from './problems.ts';
import { channel, filled, promised, secret, shortWords, standing, twin, unitId, values } from './words.ts';

const draftReply = z.object({ id, secret: z.string().optional(), savedAt: instant });
const draft = z.object({ id, procedureCode: z.string(), content: values, savedAt: instant });
const procedureCode = z.string().min(1).max(40);

/** Saves what has been typed so far; the first save gives the secret with which somebody without an account comes back. */
export const saveDraft = endpoint({
  name: 'cases.saveDraft',
  method: 'POST',
  path: '/cases/drafts',
  summary: { vi: 'Lưu hồ sơ đang soạn', en: 'Save an application being written' },
  permission: 'public',
  input: { id: id.optional(), secret, procedureCode, content: values },
  reply: draftReply,
});
export const openDraft = endpoint({
  name: 'cases.openDraft',
  method: 'POST',
  path: '/cases/drafts/open',
  summary: { vi: 'Mở hồ sơ đang soạn', en: 'Open an application being written' },
  permission: 'public',
  input: { id, secret },
  reply: draft,
});
export const listMyDrafts = endpoint({
  name: 'cases.listMyDrafts',
  method: 'GET',
  path: '/cases/drafts',
  summary: { vi: 'Hồ sơ đang soạn của tôi', en: 'My applications being written' },
  permission: 'signedIn',
  input: {},
  reply: z.object({ items: z.array(draft) }),
});

/** What was typed and attached is gone for good. */
export const dropDraft = endpoint({
  name: 'cases.dropDraft',
  method: 'POST',
  path: '/cases/drafts/:id/drop',
  summary: { vi: 'Bỏ hồ sơ đang soạn', en: 'Throw away an application being written' },
  permission: 'public',
  input: { id, secret },
  reply: z.object({ id }),
});

const places = {
  /** The place that decides who is competent: residence, land, business. The place of reception where absent. */
  placeUnitId: unitId.optional(),
  helpUnitId: unitId.optional(),
  returnUnitId: unitId.optional(),
};

export const submitCase = endpoint({
  name: 'cases.submit',
  method: 'POST',
  path: '/cases',
  summary: { vi: 'Nộp hồ sơ', en: 'Hand in an application' },
  permission: 'public',
  input: {
    /** The draft that is handed in; handing in the same one again does nothing more. */
    id: id.optional(),
    draftSecret: secret,
    procedureCode,
    channel: channel.exclude(['desk']).default('online'),
    receptionUnitId: unitId.optional(),
    ...places,
    ...filled,
    promised: promised.optional(),
  },
  reply: standing.extend({
    secret: z.string().optional(),
    /** By which it is followed and found until it has a case code. */
    lookupCode: z.string().optional(),
    gap: z.string().optional(),
    /** Open cases of the same personal number: those of the caller's own account by name, the others only counted. */
    twins: z.array(twin),
    otherTwins: z.number().int(),
  }),
  problems: [problems.notPublished, problems.notOffered, problems.wrongPlace],
});

export const receiveCase = endpoint({
  name: 'cases.receive',
  method: 'POST',
  path: '/cases/receive',
  summary: { vi: 'Tiếp nhận hồ sơ tại quầy', en: 'Receive a case at the desk' },
  permission: 'case.receive',
  input: {
    /** Made by the desk, so that the same intake sent twice is one case. */
    id: id.optional(),
    procedureCode,
    channel: channel.extract(['desk', 'post', 'helper']).default('desk'),
    receptionUnitId: unitId,
    ...places,
    ...filled,
  },
  reply: standing.extend({
    secret: z.string().optional(),
    /** By which it is followed and found until it has a case code. */
    lookupCode: z.string().optional(),
    gap: z.string().optional(),
    twins: z.array(twin),
  }),
  problems: [
    problems.notPublished,
    problems.notOffered,
    problems.wrongPlace,
    problems.noPerson,
    problems.noMandate,
  ],
});

export const acceptCase = endpoint({
  name: 'cases.accept',
  method: 'POST',
  path: '/cases/:id/accept',
  summary: { vi: 'Tiếp nhận hồ sơ đã nộp', en: 'Accept a submitted case' },
  permission: 'case.receive',
  input: { id, components: filled.components.optional() },
  reply: standing,
  problems: [problems.noCompetentUnit, problems.stepNotOpen, problems.noPerson, problems.noMandate],
});

export const findTwins = endpoint({
  name: 'cases.findTwins',
  method: 'GET',
  path: '/cases/twins',
  summary: { vi: 'Hồ sơ đang mở của cùng người nộp', en: 'Open cases of the same applicant' },
  permission: 'case.receive',
  input: { personalId: shortWords, procedureCode },
  reply: z.object({ items: z.array(twin) }),
  personal: true,
});
