/** What stands in the fields of the Lab, as text, before anybody has read it. */
export interface FormValues {
  program: 'twin' | 'own';
  twin: string;
  twinArgs: string;
  image: string;
  imageArgs: string;
  modulePath: string;
  moduleArgs: string;
  memory: string;
  cpus: string;
  time: string;
  pids: string;
  fuel: string;
  period: string;
  /** One `NAME=value` a line. */
  env: string;
  /** One `host:guest[:ro]` a line. */
  volumes: string;
  network: string;
  stdinPath: string;
  /** Names with spaces or commas between. */
  capAdd: string;
  readOnlyRoot: boolean;
  noNewPrivileges: boolean;
  seccomp: 'default' | 'unconfined';
  /** Runtime ids in order; the same one may stand twice. */
  lanes: string[];
}
export type FieldName = keyof FormValues;

export const MOST_LANES = 6;

export const FIRST_VALUES: FormValues = {
  program: 'twin',
  twin: 'grow',
  twinArgs: '',
  image: '',
  imageArgs: '',
  modulePath: '',
  moduleArgs: '',
  memory: '64 MiB',
  cpus: '',
  time: '10 s',
  pids: '64',
  fuel: '',
  period: '100 ms',
  env: '',
  volumes: '',
  network: 'none',
  stdinPath: '',
  capAdd: '',
  readOnlyRoot: true,
  noNewPrivileges: true,
  seccomp: 'default',
  lanes: [],
};

/** Docker's own default set (moby oci/caps/defaults.go), for one click. */
export const DOCKER_DEFAULT_CAPABILITIES = [
  'CHOWN',
  'DAC_OVERRIDE',
  'FSETID',
  'FOWNER',
  'MKNOD',
  'NET_RAW',
  'SETGID',
  'SETUID',
  'SETFCAP',
  'SETPCAP',
  'NET_BIND_SERVICE',
  'SYS_CHROOT',
  'KILL',
  'AUDIT_WRITE',
] as const;
