const general =
  /^(fieldVi|level|decision|agencyText|subjects|serviceLevel|serviceLevelReason|lifeEvents|interlinked|coordinating|conditions|legalBases|results|sourceUrl|notes)\b.*$/;

/** The box of the editor in which stands what the contract refuses: `content.name.vi` is typed at `general.nameVi`. */
export const boxNameOf = (path: string): string =>
  path
    .replace(/^content\./, '')
    .replace(/^name\.(vi|en)$/, (_, lang: string) => (lang === 'vi' ? 'general.nameVi' : 'general.nameEn'))
    .replace(
      /^competence\.(level|place|field)$/,
      (_, part: string) => `general.competence${part[0]!.toUpperCase()}${part.slice(1)}`,
    )
    .replace(/^form\.sections\./, 'sections.')
    .replace(general, 'general.$1')
    .replace(/\.(?:name|label|title)\.(vi|en)$/, '.$1');
