import type { Fields, PageContext, Upload } from '../../../../kit/page.ts';
import { uploadFile } from '../../../documents/contract/files.ts';

const isUpload = (value: Fields[string] | undefined): value is Upload =>
  typeof value === 'object' && !Array.isArray(value) && 'bytes' in value;

interface Place {
  unitId: string;
  classification: 'public' | 'internal' | 'restricted';
}

/**
 * Stores the files of a form (`product.file`) and puts their ids in their place (`product.fileId`), so that they are
 * not lost when another field is refused. Boxes left empty change nothing.
 */
export async function storeUploads(p: PageContext, fields: Fields, place: Place): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    if (!isUpload(value)) continue;
    delete fields[name];
    if (value.bytes.length === 0) continue;
    const made = await p.call(uploadFile, {
      ...place,
      name: value.filename,
      content: value.bytes.toString('base64'),
    });
    fields[name.replace(/file$/, 'fileId')] = made.id;
    fields[name.replace(/file$/, 'fileName')] = made.name;
  }
}
