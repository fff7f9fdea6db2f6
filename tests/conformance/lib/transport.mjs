import http from 'node:http';
import https from 'node:https';

const xeroHosts = new Set(['login.xero.com', 'identity.xero.com', 'api.xero.com']);

/**
 * Sends what is meant for Xero's three hosts to one origin instead, below the client: its addresses are fixed in its code.
 * A call of any other host over https is refused, so that no test can leave this machine.
 */
export function redirectXero(origin) {
  const target = new URL(origin);
  https.request = (...args) => {
    const callback = args.find((arg) => typeof arg === 'function');
    const [first, second] = args;
    const isAddress = typeof first === 'string' || first instanceof URL;
    const options = isAddress ? (typeof second === 'object' ? second : {}) : first;
    const address = isAddress ? new URL(first) : new URL(`https://${options.hostname ?? options.host}${options.path ?? '/'}`);
    if (!xeroHosts.has(address.hostname)) {
      throw new Error(`${address.hostname} is not a host of Xero: nothing else may be called from here.`);
    }

    return http.request({
      ...options,
      protocol: target.protocol,
      host: undefined,
      hostname: target.hostname,
      port: target.port,
      path: address.pathname + address.search,
      agent: undefined,
      headers: { ...options.headers, host: target.host },
    }, callback);
  };
}
