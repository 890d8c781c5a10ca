import { LinkButton } from '../../../web/components/button.tsx';
import { useMessages } from './parts.tsx';

/** What can be done with the catalogue as a whole. */
export function Ways() {
  const { catalogue: t } = useMessages();
  return (
    <>
      <LinkButton kind="primary" icon="plus" href="/catalogue/new">
        {t.new}
      </LinkButton>
      <LinkButton icon="upload" href="/catalogue/import">
        {t.import}
      </LinkButton>
      <LinkButton href="/catalogue/parity">{t.parity}</LinkButton>
      <LinkButton href="/catalogue/findings">{t.findings}</LinkButton>
    </>
  );
}
