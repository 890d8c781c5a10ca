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
