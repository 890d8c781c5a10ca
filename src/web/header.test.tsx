import { expect, test } from 'vitest';

import { Page } from './layout.tsx';
import { renderPage } from './render.ts';

const draw = (signedIn: boolean): string =>
  renderPage(
    <Page
      lang="vi"
      title="Thử"
      url="/"
      nav={[]}
      csrf="dấu"
      {...(signedIn
        ? {
            user: { name: 'Lan', accountHref: '/account', signOutHref: '/sign-out' },
            area: 'workbench' as const,
          }
        : {})}
    >
      <h1>Thử</h1>
    </Page>,
  );

test('A signed-in person signs out from any page with one press, by a form with its token', () => {
  const form = /<form class="sign-out".*?<\/form>/s.exec(draw(true))![0];
  expect(form).toContain('method="post" action="/sign-out"');
  expect(form).toContain('name="csrf" value="dấu"');
  expect(form).toContain('Đăng xuất');
});

test('Somebody who has not signed in is offered to, once', () => {
  const html = draw(false);
  expect(html).not.toContain('/sign-out');
  expect(html.match(/href="\/sign-in"/g)).toHaveLength(1);
});

test('The line of the portal stands in one row: entries by themselves, the others behind a word that opens without a script', () => {
  const nav = [
    { items: [{ key: 'start', href: '/', text: 'Trang đầu' }] },
    { title: 'Công khai', items: [{ key: 'figures', href: '/figures', text: 'Số liệu' }] },
  ];
  const html = renderPage(
    <Page lang="vi" title="Thử" url="/figures" nav={nav} active="figures" area="portal">
      <h1>Thử</h1>
    </Page>,
  );
  const line = /<nav class="top-nav".*?<\/nav>/s.exec(html)![0];
  expect(line).toMatch(/<a href="\/"[^>]*>Trang đầu/);
  expect(line).toMatch(/<details class="top-menu" name="top-menu"><summary class="here">Công khai /);
  expect(line).toMatch(/<a href="\/figures" aria-current="page">Số liệu/);
  expect(/<details class="phone-menu".*?<\/details>/s.exec(html)![0]).toContain('<h2>Công khai</h2>');
});
