import { inflateSync } from 'node:zlib';

import { unzipSync, type Zippable, zipSync } from 'fflate';

import { hashOfBytes } from '../../../kit/files.ts';
import type { Carried } from './model.ts';
import { fileText, sealed, sealOf } from './seal.ts';

/** Files that travel inside a PDF or an Office file, and a seal over all the rest of it. */

export interface ReadCarried {
  text: string;
  /** What the seal was made over, and the seal, 128 hexadecimal digits; absent where the file has none. */
  seal?: { text: string; signature: string };
  /** Parts of an Office file that are not those that were sealed. */
  changed: string[];
}

const FOLDER = 'lienthong';
const SEAL = `${FOLDER}/seal.json`;
const RELATION = 'urn:lienthong:carried';
/** The oldest date that archives know, so that the same content gives the same bytes. */
const OLDEST = new Date(1980, 0, 1);

const entriesText = (digests: Readonly<Record<string, string>>): string =>
  Object.entries(digests)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, one]) => `${name} ${one}`)
    .join('\n');

export const sealPdf = (bytes: Uint8Array, sign: (text: string) => string): Uint8Array => sealed(bytes, sign);

/** Adds a part to a DOCX or XLSX, and one with the digests of all parts and a seal over them. */
export function carryInOffice(
  bytes: Uint8Array,
  carried: Carried,
  sign: (text: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes);
  const edit = (name: string, change: (text: string) => string): void => {
    parts[name] = Buffer.from(change(Buffer.from(parts[name] ?? []).toString('utf8')), 'utf8');
  };
  edit('[Content_Types].xml', (xml) =>
    xml.includes('Extension="json"')
      ? xml
      : xml.replace(/<Types[^>]*>/, '$&<Default Extension="json" ContentType="application/json"/>'),
  );
  edit('_rels/.rels', (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="lienthong1" Type="${RELATION}" Target="${FOLDER}/${carried.name}"/></Relationships>`,
    ),
  );
  parts[`${FOLDER}/${carried.name}`] = Buffer.from(carried.text, 'utf8');
  const digests = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, hashOfBytes(part)]));
  const signature = sign(fileText(Buffer.from(entriesText(digests), 'utf8')));
  parts[SEAL] = Buffer.from(JSON.stringify({ parts: digests, signature }), 'utf8');
  const dated: Zippable = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, [part, { mtime: OLDEST }]]),
  );
  return zipSync(dated);
}

function fromOffice(bytes: Uint8Array, name: string): ReadCarried | undefined {
  const parts = unzipSync(bytes);
  const own = parts[`${FOLDER}/${name}`];
  if (!own) return undefined;
  const text = Buffer.from(own).toString('utf8');
  if (!parts[SEAL]) return { text, changed: [] };
  const seal = JSON.parse(Buffer.from(parts[SEAL]).toString('utf8')) as {
    parts: Record<string, string>;
    signature: string;
  };
  const { [SEAL]: _seal, ...rest } = parts;
  const now = Object.fromEntries(Object.entries(rest).map(([part, content]) => [part, hashOfBytes(content)]));
  const names = new Set([...Object.keys(now), ...Object.keys(seal.parts)]);
  return {
    text,
    seal: { text: fileText(Buffer.from(entriesText(seal.parts), 'utf8')), signature: seal.signature },
    changed: [...names].filter((part) => now[part] !== seal.parts[part]).sort(),
  };
}

/** The first embedded file of a PDF as our printer writes it: a stream of its own, packed or plain. */
function fromPdf(bytes: Uint8Array): ReadCarried | undefined {
  const file = Buffer.from(bytes);
  const at = file.indexOf('/EmbeddedFile', 0, 'latin1');
  for (let from = at; from >= 0; from = file.indexOf('/EmbeddedFile', from + 1, 'latin1')) {
    const begin = file.indexOf('stream', from, 'latin1');
    if (begin < 0 || file.indexOf('endobj', from, 'latin1') < begin) continue;
    const start = begin + (file[begin + 6] === 13 ? 8 : 7);
    const end = file.indexOf('endstream', start, 'latin1');
    const head = file.toString('latin1', file.lastIndexOf('obj', from), begin);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? end - start);
    const packed = file.subarray(start, start + length);
    const seal = sealOf(bytes);
    const text = (head.includes('FlateDecode') ? inflateSync(packed) : packed).toString('utf8');
    return { text, ...(seal ? { seal } : {}), changed: [] };
  }
  return undefined;
}

/**
 * What a PDF, DOCX or XLSX carries under a name; undefined when it carries nothing that can be read. Throws when the
 * file itself is damaged.
 */
export function readCarried(bytes: Uint8Array, name: string): ReadCarried | undefined {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (head === '%PDF') return fromPdf(bytes);
  return head.startsWith('PK') ? fromOffice(bytes, name) : undefined;
}
