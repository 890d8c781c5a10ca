import type { Lang } from '../../kit/i18n.ts';
import { messages } from './messages.ts';
import { caseFoot } from './messages/case-letters.ts';
import { hrefOf, say } from './say.ts';
import type { NoticeRow } from './store/notice.ts';

const escape = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** Mail is no protected way: of restricted matters it says only that there is something. */
const saidBy = (n: NoticeRow, lang: Lang) => {
  const { title, body } = say(n, lang);
  return n.classification === 'restricted'
    ? { title: title.split(':')[0]!, body: messages[lang].letters.restricted }
    : { title, body };
};

/** One message of one or many notices to one person: subject, plain text and simple HTML. `url` is the installation's address. */
export function letter(
  lang: Lang,
  notices: readonly NoticeRow[],
  url: string,
): { subject: string; text: string; html: string } {
  const text = messages[lang].letters;
  const items = notices.map((n) => ({ ...saidBy(n, lang), href: url + hrefOf(n) }));
  const subject = items.length === 1 ? items[0]!.title : text.many(String(items.length));
  const foot = notices.every((n) => n.asRole === 'applicant') ? caseFoot[lang] : text.foot;
  const hello = text.hello(notices[0]?.recipientName ?? '');
  return {
    subject,
    text: [hello, ...items.map((i) => `${i.title}\n${i.body}\n${i.href}`), `-- \n${foot}`].join('\n\n'),
    html: `<!doctype html><html lang="${lang}"><body style="font-family:sans-serif;line-height:1.5"><p>${escape(hello)}</p>${items
      .map(
        (i) =>
          `<h2 style="font-size:1.1em;margin-bottom:0">${escape(i.title)}</h2><p>${escape(i.body).replaceAll('\n', '<br>')}<br><a href="${escape(i.href)}">${escape(text.open)}</a></p>`,
      )
      .join('')}<hr><p style="color:#555">${escape(foot)}</p></body></html>`,
  };
}
