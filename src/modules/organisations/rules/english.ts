const places: Record<string, string> = {
  'Tỉnh': 'Province',
  'Thành phố': 'City',
  'Quận': 'Urban District',
  'Huyện': 'District',
  'Thị xã': 'Town',
  'Thị trấn': 'Township',
  'Phường': 'Ward',
  'Xã': 'Commune',
  'Đặc khu': 'Special Zone',
};

const known: Record<string, string> = { 'Hà Nội': 'Hanoi' };

/** 'Tỉnh Đắk Lắk' → 'Dak Lak Province', 'Thành phố Huế' → 'Hue City'; a name without such a word stays, unaccented. */
export function englishPlace(name: string): string {
  const match = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) (.+)$/u.exec(name.normalize('NFC'));
  const bare = match?.[2] ?? name;
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  return `${known[bare] ?? plain} ${places[match?.[1] ?? ''] ?? ''}`.trim();
}
