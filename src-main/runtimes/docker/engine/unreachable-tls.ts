import { isRefusal } from './client.js';
import type { Address } from './address.js';

/** What Node and OpenSSL call it (node:tls, X509 certificate error codes). */
const NOT_TRUSTED =
  /^(UNABLE_TO_VERIFY_LEAF_SIGNATURE|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|CERT_SIGNATURE_FAILURE)$/;
const REFUSED_BY_ENGINE =
  /^ERR_SSL_(TLSV\d+_ALERT_(CERTIFICATE_REQUIRED|UNKNOWN_CA|ACCESS_DENIED)|SSLV3_ALERT_(BAD_CERTIFICATE|CERTIFICATE_\w+|HANDSHAKE_FAILURE))$/;

/** Undefined when it is not TLS that failed. */
export function tlsUnreachable(
  { kind, text }: Address,
  thrown: unknown,
): { why: string; hint: string } | undefined {
  if (kind !== 'tcp' || !(thrown instanceof Error)) return undefined;
  const code = (thrown as NodeJS.ErrnoException).code ?? '';
  if (NOT_TRUSTED.test(code)) {
    return {
      why: `The certificate of the engine at ${text} is not signed by the authority that this machine trusts for it.`,
      hint: 'Check ca.pem of the docker context (or in DOCKER_CERT_PATH): somebody else may be answering.',
    };
  }
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') {
    return {
      why: `The certificate of the engine at ${text} is not valid at this time.`,
      hint: 'Renew it, or set the clock of this machine.',
    };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      why: `The certificate of the engine at ${text} is for another name.`,
      hint: 'Use a name that is in the certificate, or issue one for this address.',
    };
  }
  if (REFUSED_BY_ENGINE.test(code)) {
    return {
      why: `The engine at ${text} does not accept the certificate of this client.`,
      hint: 'Check cert.pem and key.pem of the docker context (or in DOCKER_CERT_PATH).',
    };
  }
  if (isRefusal(thrown) && /HTTP request to an HTTPS server/i.test(thrown.message)) {
    return {
      why: `The engine at ${text} speaks TLS only.`,
      hint: 'Give its certificates: by a docker context, or DOCKER_TLS_VERIFY=1 and DOCKER_CERT_PATH.',
    };
  }
  return undefined;
}
