import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A part of an archive; its content is pulled piece by piece. */
export interface Part {
  name: string;
  content: Iterable<string> | AsyncIterable<string>;
}

/** UTF-8 names, sizes after the data (they are unknown when the data begins), deflate. */
const FLAGS = 0x0808;
const DEFLATE = 8;
/** 1 January 1980, the oldest date the format knows: the same content gives the same bytes. */
const DATE = 0x0021;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

function localHeader(name: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATE, 8);
  head.writeUInt16LE(DATE, 12);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor(w: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.writeUInt32LE(0x08074b50, 0);
  tail.writeUInt32LE(w.crc, 4);
  tail.writeUInt32LE(w.packed, 8);
  tail.writeUInt32LE(w.size, 12);
  return tail;
}

function directoryEntry(w: Written): Buffer {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATE, 10);
  entry.writeUInt16LE(DATE, 14);
  entry.writeUInt32LE(w.crc, 16);
  entry.writeUInt32LE(w.packed, 20);
  entry.writeUInt32LE(w.size, 24);
  entry.writeUInt16LE(w.name.length, 28);
  entry.writeUInt32LE(w.offset, 42);
  return Buffer.concat([entry, w.name]);
}

function directoryEnd(count: number, length: number, offset: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return end;
}

async function* counted(content: Part['content'], w: Written): AsyncGenerator<Buffer> {
  for await (const text of content) {
    const bytes = Buffer.from(text, 'utf8');
    w.crc = crc32(bytes, w.crc);
    w.size += bytes.length;
    yield bytes;
  }
}

/** An archive as a stream of bytes: at no time is more than one piece of one part in memory. Up to 4 GB. */
export async function* zip(parts: Iterable<Part>): AsyncGenerator<Buffer> {
  const done: Written[] = [];
  let offset = 0;
  for (const part of parts) {
    const w: Written = { name: Buffer.from(part.name, 'utf8'), crc: 0, packed: 0, size: 0, offset };
    const head = localHeader(w.name);
    yield head;
    const source = Readable.from(counted(part.content, w), { objectMode: false });
    const packer = createDeflateRaw({ level: 5 });
    source.on('error', (error) => packer.destroy(error));
    for await (const chunk of source.pipe(packer) as AsyncIterable<Buffer>) {
      w.packed += chunk.length;
      yield chunk;
    }
    yield descriptor(w);
    offset += head.length + w.packed + 16;
    done.push(w);
  }
  const directory = Buffer.concat(done.map(directoryEntry));
  yield directory;
  yield directoryEnd(done.length, directory.length, offset);
}
