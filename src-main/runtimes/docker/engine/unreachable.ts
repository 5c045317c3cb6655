import { userInfo } from 'node:os';
import * as v from 'valibot';
import type { ErrorCode } from '../../../contract/index.js';
import { LabError } from '../../../contract/index.js';
import type { Address } from './address.js';
import { sshUnreachable } from './unreachable-ssh.js';
import { tlsUnreachable } from './unreachable-tls.js';

/** Why an engine does not answer, and what to do, for people. */
export interface Unreachable {
  code: Extract<ErrorCode, 'engine-unreachable' | 'engine-permission'>;
  why: string;
  hint: string;
}

/** In one sentence each: how to get an engine. */
export const HOW_TO_GET: Record<string, string> = {
  linux:
    'Install Docker Engine (on Debian or Ubuntu: sudo apt-get install docker.io), or see https://docs.docker.com/engine/install/.',
  darwin: 'Install and open Docker Desktop, Colima or Podman Desktop.',
  win32: 'Install and open Docker Desktop or Podman Desktop.',
};

export const NO_ENGINE: Omit<Unreachable, 'code'> = {
  why: 'No container engine was found on this machine.',
  hint: howToGet(),
};

function howToGet(): string {
  return HOW_TO_GET[process.platform] ?? 'Install Docker or Podman.';
}

/** `thrown` is what connecting or the first request failed with. */
export function unreachable(address: Address, thrown: unknown): Unreachable {
  if (thrown instanceof v.ValiError) {
    return {
      code: 'engine-unreachable',
      why: `What answers at ${address.text} is not a container engine.`,
      hint: 'Check the address (DOCKER_HOST, docker context).',
    };
  }
  const cause = sshUnreachable(address, thrown) ?? tlsUnreachable(address, thrown);
  if (cause !== undefined) return { code: 'engine-unreachable', ...cause };
  switch (errorNumber(thrown)) {
    case 'ENOENT':
      return {
        code: 'engine-unreachable',
        why: `No container engine listens at ${address.text}.`,
        hint: howToGet(),
      };
    case 'EACCES':
    case 'EPERM':
      return {
        code: 'engine-permission',
        why: `This user may not use the container engine at ${address.text}.`,
        hint: howToBeAllowed(address),
      };
    case 'ECONNREFUSED':
      return {
        code: 'engine-unreachable',
        why: `The container engine at ${address.text} is not running.`,
        hint: howToStart(address),
      };
    case 'ETIMEDOUT':
    case 'ABORT_ERR':
      return {
        code: 'engine-unreachable',
        why: `The container engine at ${address.text} accepts connections but does not answer.`,
        hint: `Restart it: ${howToStart(address)}`,
      };
    default:
      return {
        code: 'engine-unreachable',
        why: `The container engine at ${address.text} cannot be reached: ${message(thrown)}.`,
        hint: 'Check that it runs and that the address is right (DOCKER_HOST, docker context).',
      };
  }
}

export function unreachableError(address: Address, thrown: unknown): LabError {
  const { code, why, hint } = unreachable(address, thrown);
  return new LabError(code, why, hint, { cause: thrown });
}

function howToBeAllowed(address: Address): string {
  if (address.path?.includes('podman') === true) {
    return 'Use your own Podman: systemctl --user start podman.socket.';
  }
  return `Add yourself to its group with: sudo usermod -aG docker ${userName()}, then log out and in again; or use rootless Docker (dockerd-rootless-setuptool.sh install).`;
}

function howToStart(address: Address): string {
  if (address.path === undefined) return 'start it on that machine.';
  if (process.platform !== 'linux') return 'open Docker Desktop, or start your engine.';
  if (address.path.includes('podman')) return 'systemctl --user start podman.socket.';
  if (address.path.includes('desktop')) return 'systemctl --user start docker-desktop.';
  if (address.path.includes('colima')) return 'colima start.';
  const user = address.path.startsWith('/run/user/');
  return user ? 'systemctl --user start docker.' : 'sudo systemctl start docker.';
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '$USER';
  }
}

/** The errno name, from the error or from what caused it. */
export function errorNumber(thrown: unknown): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code } = thrown as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return thrown.name === 'AbortError' || thrown.name === 'TimeoutError' ? 'ABORT_ERR' : undefined;
}

function message(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
