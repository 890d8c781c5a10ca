const summaries = /<div class="error-summary"[\s\S]*?<\/ul>/g;
const links = /<a href="#([\w-]+)">([\s\S]*?)<\/a>/g;

const plain = (html: string): string =>
  html
    .replaceAll(/<span class="(?:label-note|hidden)">[\s\S]*?<\/span>/g, '')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words beside a control: of its label, or of the question above a group of controls. */
function labelOf(html: string, id: string): string {
  const label = new RegExp(`<label[^>]* for="${id}"[^>]*>([\\s\\S]*?)</label>`).exec(html);
  const legend =
    label ?? new RegExp(`<fieldset[^>]* id="${id}"[^>]*>\\s*<legend[^>]*>([\\s\\S]*?)</legend>`).exec(html);
  return legend ? plain(legend[1]!) : '';
}

/**
 * Names the field in each line of the list above a refused form, where its message does not: "missing" says what is
 * missing. Done on the drawn page, since the list stands above the fields whose labels it repeats.
 */
export function nameFaults(html: string): string {
  if (!html.includes('class="error-summary"')) return html;
  return html.replaceAll(summaries, (summary) =>
    summary.replaceAll(links, (link, id: string, message: string) => {
      const label = labelOf(html, id);
      if (label === '' || message.toLowerCase().includes(label.toLowerCase())) return link;
      return `<a href="#${id}"><strong>${label}</strong>: ${message}</a>`;
    }),
  );
}
