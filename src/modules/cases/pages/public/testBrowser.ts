import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

/** A browser: keeps cookies, follows one redirect, remembers every address it was sent to. */
export class Browser {
  private readonly http: FastifyInstance;
  constructor(http: FastifyInstance) {
    this.http = http;
  }
  jar = new Map<string, string>();
  addresses: string[] = [];
  at = '';
  body = '';
  status = 0;
  private async take(made: LightMyRequestResponse): Promise<this> {
    for (const { name, value } of made.cookies) this.jar.set(name, value);
    this.status = made.statusCode;
    this.body = made.body;
    const { location } = made.headers;
    return typeof location === 'string' ? this.open(location) : this;
  }
  private get headers() {
    return { cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
  async open(url: string): Promise<this> {
    this.addresses.push(url);
    this.at = url.split('#')[0]!;
    return this.take(await this.http.inject({ method: 'GET', url: this.at, headers: this.headers }));
  }
  private token = '';
  get csrf(): string {
    this.token = /name="csrf" value="([^"]+)"/.exec(this.body)?.[1] ?? this.token;
    return this.token;
  }
  async send(name: string, fields: Record<string, string>): Promise<this> {
    const payload = new URLSearchParams({ ...fields, csrf: this.csrf, form: name }).toString();
    const headers = { ...this.headers, 'content-type': 'application/x-www-form-urlencoded' };
    return this.take(await this.http.inject({ method: 'POST', url: this.at, headers, payload }));
  }
  async upload(
    name: string,
    fields: Record<string, string>,
    box: string,
    bytes: string,
    filename = 'anh.pdf',
  ): Promise<this> {
    const edge = 'x-edge-x';
    const part = (head: string, text: string) =>
      `--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
    const texts = Object.entries({ ...fields, csrf: this.csrf, form: name }).map(([key, value]) =>
      part(`name="${key}"`, value),
    );
    const file = part(
      `name="${box}"; filename="${filename}"\r\nContent-Type: application/octet-stream`,
      bytes,
    );
    const headers = { ...this.headers, 'content-type': `multipart/form-data; boundary=${edge}` };
    const payload = `${texts.join('')}${file}--${edge}--\r\n`;
    return this.take(await this.http.inject({ method: 'POST', url: this.at, headers, payload }));
  }
}
