import type { Lang } from '../../../kit/i18n.ts';

/** A run of text as it is printed; a line feed breaks the line. Text is data: it is never read as markup. */
export type Inline = string | { text: string; href?: string; bold?: boolean; italic?: boolean };
export type Rich = Inline | readonly Inline[];

/**
 * One value of a table. Numbers, days and instants keep their type in XLSX and are written the Vietnamese way in print
 * and on paper; text is always text, whatever it begins with.
 */
export type Cell =
  | Rich
  | number
  | null
  /** `81.29` with 2 decimals and the suffix ` %` prints `81,29 %`. */
  | { number: number; decimals?: number; suffix?: string }
  /** A calendar day `YYYY-MM-DD`. */
  | { day: string }
  /** A moment, printed in the time of Hà Nội. */
  | { instant: Date };

export interface TableColumn {
  title: string;
  /** Share of the width beside the other columns: 1 unless given. */
  width?: number;
  align?: 'left' | 'center' | 'right';
}

export interface ReportTable {
  columns: readonly TableColumn[];
  rows: readonly (readonly Cell[])[];
  /** Rows that span all columns, printed bold before the row of that number (0 is the first). */
  groups?: readonly { before: number; text: Rich }[];
}

/** A drawing with its own colours and typeface; `alt` is read aloud and stands in the file. */
export interface ReportChart {
  /** Blank where the heading of the section says it. */
  title: string;
  alt: string;
  /** SVG without scripts and styles, in points of `width` by `height`. */
  svg: string;
  width: number;
  height: number;
}

/** A file that travels inside the report, such as what it takes to check it. */
export interface Carried {
  name: string;
  type: string;
  description: string;
  text: string;
}

export interface ReportSection {
  heading?: string;
  paragraphs?: readonly Rich[];
  charts?: readonly ReportChart[];
  table?: ReportTable;
  notes?: readonly Rich[];
}

/** A report before it has a form: the same model becomes a page, a PDF, a DOCX. */
export interface DocumentModel {
  lang: Lang;
  heading: {
    /** `party` prints the heading of Party bodies; `state` that of Decree 30/2020/NĐ-CP. */
    kind?: 'state' | 'party';
    agency: string;
    superior?: string;
    /** Number and sign, such as `12/BC-UBND`; without it the place for it is left to the clerk. */
    number?: string;
    place: string;
    /** The day of the report, `YYYY-MM-DD`. */
    date: string;
  };
  title: string;
  subtitle?: string;
  /** The moment whose facts the report shows. */
  asOf: Date;
  sections: readonly ReportSection[];
  recipients?: readonly string[];
  signature?: { title: string; name: string };
  /** Digest of the frozen figures, printed at the end. */
  hash?: string;
  /** Opens the same report in the system; printed as a QR code. */
  verifyUrl?: string;
  /** What stands before that address, where it is not the original that is checked. */
  verifyLabel?: string;
  /** A slip shows facts of one record, not figures of a moment: its form's number stands where the moment would. */
  formLabel?: string;
  /** Carried inside the PDF, which then is PDF/A-3 and has room for a seal. */
  carried?: Carried;
  /** Large pale words behind each page, such as `DỰ THẢO`. */
  watermark?: string;
}
