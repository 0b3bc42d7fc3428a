// npm `oidc-provider`, a certified OpenID provider, with paths that no document of the service names.

import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";

import Provider from "oidc-provider";

export const SCOPE = "order:read";

const ROUTES = {
  authorization: "/begin",
  token: "/exchange",
  userinfo: "/who",
  jwks: "/keys",
  introspection: "/inspect",
  revocation: "/withdraw",
  end_session: "/goodbye",
};

/** The accounts: the login of the development page is the account's id. */
async function findAccount(_context, id) {
  return { accountId: id, claims: async () => ({ sub: id, email: `${id}@example.com` }) };
}

function configuration(clients) {
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    clients,
    findAccount,
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "today" }] },
    routes: ROUTES,
    scopes: ["openid", "offline_access", SCOPE],
    claims: { openid: ["sub"], email: ["email"] },
    cookies: { keys: ["for this test alone"] },
    rotateRefreshToken: true,
    features: {
      devInteractions: { enabled: true },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true },
    },
  };
}

/** A provider on a free port. `paths` are those that were asked for. */
export async function startProvider(clients) {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, configuration(clients));
  const answer = provider.callback();
  const paths = new Set();
  server.on("request", (request, response) => {
    paths.add(new URL(request.url, issuer).pathname);
    return answer(request, response);
  });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { issuer, paths, stop };
}
