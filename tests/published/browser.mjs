// A browser without scripts: it keeps cookies, follows redirects within the emulator, and sends forms in.

import assert from 'node:assert/strict';

/** Entities as the emulator's pages escape them. */
const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

export class Browser {
  #cookies = new Map();

  /** The address that a page or form leads to outside of `origin`. */
  constructor(origin) {
    this.origin = origin;
  }

  /** Opens an address. It ends with a page, or with the first address that is not the emulator's. */
  async open(url, init = {}) {
    for (let hops = 0; hops < 10; hops += 1) {
      if (new URL(url).origin !== this.origin) return { left: new URL(url) };
      const response = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie: this.#cookieHeader() } });
      this.#keepCookies(response);
      const location = response.headers.get('location');
      if (location === null) return new Page(this, url, response, await response.text());
      url = new URL(location, url).href;
      init = { headers: init.headers };
    }
    return assert.fail('too many redirects');
  }

  #cookieHeader() {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keepCookies(response) {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

class Page {
  constructor(browser, url, response, html) {
    Object.assign(this, { browser, url, html, status: response.status, headers: response.headers });
  }

  /** Sends the page's form in: its hidden fields, what is typed, and the button that is pressed. */
  submit(fields, action) {
    const form = /<form[^>]*>.*?<\/form>/s.exec(this.html)?.[0] ?? assert.fail(`no form on ${this.url}: ${this.html}`);
    const target = attribute(/<form[^>]*>/.exec(form)[0], 'action') ?? this.url;
    const values = new URLSearchParams();
    for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      values.set(attribute(input, 'name'), attribute(input, 'value') ?? '');
    }
    for (const [name, value] of Object.entries(fields)) values.set(name, value);
    if (action !== undefined) values.set('action', action);
    return this.browser.open(new URL(target, this.url).href, { method: 'POST', body: values });
  }

  /** Follows the link whose address contains this. */
  follow(part) {
    const links = [...this.html.matchAll(/<a[^>]*href="([^"]*)"/g)].map(([, href]) => unescaped(href));
    const href = links.find((link) => link.includes(part)) ?? assert.fail(`no link to ${part} on ${this.url}`);
    return this.browser.open(new URL(href, this.url).href);
  }
}

function attribute(tag, name) {
  const value = new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
  return value === undefined ? undefined : unescaped(value);
}

function unescaped(text) {
  return text.replace(/&(amp|lt|gt|quot);/g, (entity) => ENTITIES[entity]);
}
