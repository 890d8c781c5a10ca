/**
 * Whether a text can be the number of a paper of identity or of a business: personal number (12 digits), old identity card (9),
 * business (10) or its branch (13), passport (letters and at least five digits). Spaces, dots and hyphens do not count. Ours.
 */
export function isIdentityNumber(text: string): boolean {
  const plain = text.replace(/[\s.-]/g, '');
  if (/^\d+$/.test(plain)) return [9, 10, 12, 13].includes(plain.length);
  return /^[A-Za-z0-9]{6,15}$/.test(plain) && plain.replace(/\D/g, '').length >= 5;
}
