/** The same address with one query value set; everything else of the query stays. */
export function withQuery(url: string, name: string, value: string | undefined): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const params = new URLSearchParams(query);
  if (value === undefined || value === '') params.delete(name);
  else params.set(name, value);
  const text = params.toString();
  return text ? `${path}?${text}` : path;
}
