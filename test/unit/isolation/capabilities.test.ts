import { describe, expect, it } from 'vitest';
import {
  CAPABILITY_NAMES,
  decodeCapabilities,
  ENGINE_DEFAULT_CAPABILITIES,
} from '../../../src-main/isolation/capabilities.js';

describe('capability masks', () => {
  it("decode the engine's default to the names that capsh prints for it", () => {
    expect(decodeCapabilities(0xa80425fbn)).toEqual(
      'CHOWN DAC_OVERRIDE FOWNER FSETID KILL SETGID SETUID SETPCAP NET_BIND_SERVICE NET_RAW SYS_CHROOT MKNOD AUDIT_WRITE SETFCAP'.split(
        ' ',
      ),
    );
    expect(new Set(decodeCapabilities(0xa80425fbn))).toEqual(ENGINE_DEFAULT_CAPABILITIES);
  });

  it('decode nothing, everything, and what is newer than this table', () => {
    expect(decodeCapabilities(0n)).toEqual([]);
    expect(decodeCapabilities(0x1ffffffffffn)).toEqual([...CAPABILITY_NAMES]);
    expect(decodeCapabilities(1n << 41n)).toEqual(['CAP_41']);
  });
});
