/** Our own small icon set: 20 × 20, drawn with strokes of 1.75 in the colour of the text around them. */

const paths = {
  clock: 'M10 5.5V10l3 2M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  alert: 'M10 7.5v3.75M10 14v.01M10 2.9 18 16.6H2L10 2.9Z',
  late: 'M10 5.5V10l-3 2M3.5 13.7A7.5 7.5 0 1 0 2.6 9M2.2 4.8 2.6 9l4-.7',
  check: 'm4 10.6 4 4L16.2 5.6',
  checkCircle: 'm6.6 10.3 2.4 2.4 4.6-5M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  checkLate: 'm6 10.2 2.4 2.4 3.4-3.8M11 2.6A7.5 7.5 0 1 0 17.4 9M16 2.2v3.6M16 8v.01',
  empty: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  half: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM10 2.5v15M10 6h3.6M10 9.9h5.2M10 13.8h3.8',
  hourglass: 'M5 2.5h10M5 17.5h10M6 2.5c0 4 4 5 4 7.5s-4 3.5-4 7.500M14 2.500c0 4-4 5-4 7.500s4 3.5 4 7.5',
  cancel: 'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM7 7l6 6M13 7l-6 6',
  repeat: 'M3.5 8.500a6.8 6.8 0 0 1 12.6-1.700M16.5 11.500A6.8 6.8 0 0 1 3.9 13.200M16.6 3v4h-4M3.4 17v-4h4',
  info: 'M10 9.2v4.600M10 6.2v.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
  search: 'm13 13 4.2 4.200M14.7 8.600a6.1 6.1 0 1 1-12.2 0 6.1 6.1 0 0 1 12.2 0Z',
  down: 'm5 7.5 5 5 5-5',
  up: 'm5 12.5 5-5 5 5',
  right: 'm7.5 5 5 5-5 5',
  left: 'm12.5 5-5 5 5 5',
  sort: 'm6.5 8 3.5-3.800L13.5 8M6.5 12l3.5 3.8 3.5-3.8',
  close: 'm4.5 4.5 11 11M15.5 4.500l-11 11',
  plus: 'M10 4v12M4 10h12',
  edit: 'M3 17l.9-3.900L13.5 3.500l3 3L6.9 16.1 3 17ZM11.5 5.500l3 3',
  file: 'M11.5 2.500H5v15h10V6l-3.5-3.500ZM11.5 2.500V6H15M7.5 10h5M7.5 13.200h5',
  link: 'M8.5 11.500a3.2 3.2 0 0 0 4.6 0l3-3a3.2 3.2 0 0 0-4.6-4.600l-1 1M11.5 8.500a3.2 3.2 0 0 0-4.6 0l-3 3a3.2 3.2 0 0 0 4.6 4.600l1-1',
  download: 'M10 3v9.500M6 9l4 3.800L14 9M3.5 16.500h13',
  upload: 'M10 13V3.500M6 7l4-3.800L14 7M3.5 16.500h13',
  user: 'M13.2 6.700a3.2 3.2 0 1 1-6.4 0 3.2 3.2 0 0 1 6.4 0ZM3.5 17c.6-3.4 3.2-5 6.5-5s5.9 1.6 6.5 5',
  unit: 'M3 17.500h14M4.5 17.500V8M8.2 17.500V8M11.8 17.500V8M15.5 17.500V8M2.8 8 10 3l7.2 5H2.800Z',
  list: 'M7 5h10M7 10h10M7 15h10M3.2 5v.01M3.2 10v.01M3.2 15v.01',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  bell: 'M4.5 14.500c1-1 1.3-2.4 1.3-5.300a4.2 4.2 0 0 1 8.4 0c0 2.9.3 4.3 1.3 5.300h-11ZM8.5 17.200h3',
  chart: 'M3 17h14M5.5 13.800V10M10 13.800V4M14.5 13.800V7.5',
  leave: 'M11.5 3.5H4v13h7.5M8.5 10h8.5M13.800 6.800 17 10l-3.2 3.200',
  lock: 'M4.5 9h11v8h-11V9ZM7 9V6.300a3 3 0 0 1 6 0V9',
  target:
    'M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0ZM13.4 10a3.4 3.4 0 1 1-6.8 0 3.4 3.4 0 0 1 6.8 0ZM10 10v.01',
  print: 'M5.5 7.500v-5h9v5M5.5 14H3V7.500h14V14h-2.500M5.5 11.500h9v6h-9v-6Z',
  filter: 'M3 4.500h14L11.8 11v5.500l-3.6-1.800V11L3 4.500Z',
  calendar: 'M3 4.500h14v12.500H3V4.500ZM3 8.300h14M6.7 2.500v3.500M13.3 2.500v3.5',
  help: 'M7.6 7.700a2.4 2.4 0 1 1 3.5 2.100c-.8.5-1.1.9-1.1 1.900M10 14.200v.01M17.5 10a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0Z',
} as const;

export type IconName = keyof typeof paths;
export const iconNames = Object.keys(paths) as IconName[];

export interface IconProps {
  name: IconName;
  /** Only when no text beside it says the same; without it the icon is hidden from assistive technology. */
  label?: string;
}

/** A decoration of text; it takes the size of the text (1.25 em). */
export function Icon({ name, label }: IconProps) {
  const named = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true as const };
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" focusable="false" {...named}>
      <path d={paths[name]} />
    </svg>
  );
}
