const places: Record<string, string> = {
  tỉnh: 'Province',
  'thành phố': 'City',
  quận: 'Urban District',
  huyện: 'District',
  'thị xã': 'Town',
  'thị trấn': 'Township',
  phường: 'Ward',
  xã: 'Commune',
  'đặc khu': 'Special Zone',
};

const known: Record<string, string> = { 'Hà Nội': 'Hanoi' };

/** 'Tỉnh Đắk Lắk' → 'Dak Lak Province', 'Thành phố Huế' → 'Hue City'; a name without such a word stays, unaccented. */
export function englishPlace(name: string): string {
  const match = /^(Tỉnh|Thành phố|Quận|Huyện|Thị xã|Thị trấn|Phường|Xã|Đặc khu) (.+)$/iu.exec(
    name.normalize('NFC'),
  );
  const bare = match?.[2] ?? name;
  const plain = bare.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('Đ', 'D').replaceAll('đ', 'd');
  return `${known[bare] ?? plain} ${places[match?.[1]?.toLowerCase() ?? ''] ?? ''}`.trim();
}
