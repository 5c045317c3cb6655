/** Whole words between underscores, so that `MONKEY` and `PWD` are none. */
const SECRET_WORD =
  /(^|[_.-])(pass|passw|passwd|password|passphrase|pwd|token|secret|secrets|key|keys|apikey|credential|credentials|creds|auth)(?=[_.-]|$)|password|secret|token|credential/i;
/** The shell's own; and names of a file that holds it. */
const NO_SECRET = /^(OLD)?PWD$|_(FILE|PATH|DIR)$/i;
/** `postgres://user:password@host`. */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]*:\/\/[^/\s:@]*:[^/\s@]+@/i;

/** The names of environment variables that look like secrets, and are not empty. Never their values. */
export function secretNames(environment: readonly string[]): string[] {
  return environment.flatMap((line) => {
    const at = line.indexOf('=');
    const [name, value] = [line.slice(0, at), line.slice(at + 1)];
    if (at <= 0 || value === '' || NO_SECRET.test(name)) return [];
    return SECRET_WORD.test(name) || URL_WITH_PASSWORD.test(value) ? [name] : [];
  });
}
