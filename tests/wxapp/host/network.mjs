// `wx.request` and `wx.uploadFile` over real HTTP, with WeChat's conversions of data.

import http from 'node:http';
import path from 'node:path';

import { WxFail } from './wx-fail.mjs';

const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];
const DEFAULT_TIMEOUT = 60_000;

export class Network {
  #domains;
  #clock;
  #agent = new http.Agent({ keepAlive: true });
  sent = [];

  /** `domains`: the origins that the mini-program's owner listed, each with the origin or address that stands for it here. */
  constructor({ domains, clock }) {
    this.#domains = domains;
    this.#clock = clock;
  }

  request(options, signal) {
    const call = plan(options);
    this.sent.push({ ...call, path: pathOf(call.url), given: structuredClone(options.header ?? {}) });
    return this.#exchange('request', call, options.timeout, signal).then((response) => ({
      ...response,
      data: received(response.data, options),
    }));
  }

  upload({ url, name, formData = {}, header = {}, timeout }, file, signal) {
    const boundary = `----mini-program-${this.sent.length}-${file.path.length}`;
    const fields = Object.entries(formData).map(([key, value]) => [key, String(value)]);
    const body = multipart(boundary, fields, name, file);
    const call = {
      url,
      method: 'POST',
      headers: { ...lower(header), 'content-type': `multipart/form-data; boundary=${boundary}` },
      body,
    };
    this.sent.push({ ...call, body: undefined, path: pathOf(url), fields, file: { name, size: file.bytes.length }, given: structuredClone(header) });
    return this.#exchange('uploadFile', call, timeout, signal).then(({ statusCode, data, errMsg }) => ({
      statusCode,
      data: data.toString('utf8'),
      errMsg,
    }));
  }

  close() {
    this.#agent.destroy();
  }

  #exchange(api, { url, method, headers, body }, timeout = DEFAULT_TIMEOUT, signal) {
    const target = this.#target(api, url);
    return new Promise((resolve, reject) => {
      const failed = (reason, errno) => reject(new WxFail(`${api}:fail ${reason}`, errno));
      const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
      const request = http.request(target, { method, headers: { ...headers, ...length }, agent: this.#agent });
      const timer = this.#clock.setTimeout(() => { failed('timeout', 5); request.destroy(); }, timeout);
      const abort = () => { failed('abort'); request.destroy(); };
      if (signal.aborted) abort();
      signal.addEventListener('abort', abort);
      request.on('error', (error) => failed(error.code ?? error.message, 600_000));
      request.on('close', () => this.#clock.clear(timer));
      request.on('response', (response) => collect(response, failed, (data) => resolve({
        data,
        statusCode: response.statusCode,
        header: pairs(response.rawHeaders),
        cookies: response.headers['set-cookie'] ?? [],
        errMsg: `${api}:ok`,
      })));
      request.end(body);
    });
  }

  #target(api, address) {
    let url;
    try {
      url = new URL(address);
    } catch {
      throw new WxFail(`${api}:fail invalid url "${String(address)}"`, 600_009);
    }
    const target = this.#domains[url.origin];
    if (target === undefined) throw new WxFail(`${api}:fail url not in domain list`, 600_002);
    // What stands for an origin may be an address with a path of its own; then its root is that address.
    const path = url.pathname === '/' ? '' : url.pathname;
    return new URL(`${target}${path}${url.search}`);
  }
}

/** The request as it goes over the wire. */
function plan({ url, method = 'GET', header = {}, data }) {
  if (!METHODS.includes(method)) throw new WxFail(`request:fail method "${String(method)}" is not one of ${METHODS.join(', ')}`);
  const headers = { 'content-type': 'application/json', ...lower(header) };
  delete headers.referer;
  if (data === undefined || data === null) return { url, method, headers, body: undefined };
  if (isBuffer(data)) return { url, method, headers, body: Buffer.from(new Uint8Array(data)) };
  const form = headers['content-type'].startsWith('application/x-www-form-urlencoded');
  if (method === 'GET' || method === 'HEAD') {
    const query = encoded(data);
    return { url: query ? `${url}${url.includes('?') ? '&' : '?'}${query}` : url, method, headers, body: undefined };
  }
  return { url, method, headers, body: typeof data === 'object' && !form ? JSON.stringify(data) : encoded(data) };
}

function encoded(data) {
  if (typeof data !== 'object') return String(data);
  return Object.entries(data)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : value)}`)
    .join('&');
}

function received(bytes, { dataType = 'json', responseType = 'text' }) {
  if (responseType === 'arraybuffer') return new Uint8Array(bytes).buffer;
  const text = bytes.toString('utf8');
  if (dataType !== 'json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function collect(response, failed, done) {
  const chunks = [];
  response.on('data', (chunk) => chunks.push(chunk));
  response.on('error', (error) => failed(error.code ?? error.message, 600_000));
  response.on('end', () => (response.complete ? done(Buffer.concat(chunks)) : failed('the answer was cut off', 600_000)));
}

function multipart(boundary, fields, name, file) {
  const parts = fields.map(([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`);
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"; filename="${path.posix.basename(file.path)}"\r\n`
    + `Content-Type: ${file.type}\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + head), file.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
}

function pairs(raw) {
  const header = {};
  for (let at = 0; at < raw.length; at += 2) header[raw[at]] = raw[at] in header ? `${header[raw[at]]},${raw[at + 1]}` : raw[at + 1];
  return header;
}

function lower(header) {
  return Object.fromEntries(Object.entries(header).map(([name, value]) => [name.toLowerCase(), String(value)]));
}

function isBuffer(value) {
  return Object.prototype.toString.call(value) === '[object ArrayBuffer]';
}

function pathOf(address) {
  return URL.canParse(address) ? new URL(address).pathname + new URL(address).search : address;
}
