import { z } from 'zod';

import { day, endpoint } from '../../../kit/contract.ts';
import { text, unitId, unknownUnit } from './board.ts';

const n = z.number().int();
/** What an area is coloured by: a share of two counts. */
export const mapFigures = ['lateTasks', 'lateCases'] as const;

export const getAreas = endpoint({
  name: 'operations.areas',
  method: 'GET',
  path: '/operations/areas',
  summary: {
    vi: 'Số liệu theo địa bàn: tỉnh của cả nước hoặc xã của một tỉnh, kèm nguồn ranh giới',
    en: 'Figures by area: the provinces of the country or the communes of one, with the source of the boundaries',
  },
  permission: 'operations.view',
  input: { unitId: unitId.optional(), figure: z.enum(mapFigures).default('lateTasks') },
  reply: z.object({
    day,
    unit: z.object({ id: z.string(), name: text }),
    figure: z.enum(mapFigures),
    areas: z.array(
      z.object({
        unitId: z.string(),
        name: text,
        /** Official code of the unit, as boundary files carry it. */
        code: z.string().optional(),
        numerator: n,
        denominator: n,
      }),
    ),
    /** The file of boundaries in use; without one areas are drawn as tiles or bars. */
    boundaries: z
      .object({
        file: z.string(),
        drawn: n,
        /** Lines of the file that could not be used, and units without an area, each by name. */
        faults: z.array(text),
      })
      .optional(),
  }),
  problems: [unknownUnit],
});
