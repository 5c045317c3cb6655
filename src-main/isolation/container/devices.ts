import type { ContainerProfile } from '../../contract/index.js';
import { known } from '../../metrics/files/kernel-text.js';
import type { HostConfig } from '../inspect.js';
import type { KernelView } from './kernel-view.js';

/**
 * What OCI runtimes let every container open (runc, libcontainer/specconv): null, zero, full, random, urandom, terminals,
 * and tun; and make nodes of any kind, which it then cannot open.
 */
const STANDARD_RULE = /^c (1:[35789]|5:[012]|136:\*|10:200) rwm$|^[bc] \*:\* m$/;

export function devicesOf(
  config: HostConfig | undefined,
  view: KernelView | undefined,
): ContainerProfile['devices'] {
  const declared = (config?.Devices ?? []).map((device) =>
    known<ContainerProfile['devices']['declared'][number]>({
      hostPath: device.PathOnHost,
      path: device.PathInContainer,
      rights: device.CgroupPermissions,
    }),
  );
  return known<ContainerProfile['devices']>({
    declared,
    effective: view?.deviceNodes,
    allowed: view?.deviceRules?.filter((rule) => !STANDARD_RULE.test(rule)),
  });
}
