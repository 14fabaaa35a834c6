import type { Arrangement, Tube } from './arrangement.ts';
import type { Box } from './geometry.ts';

const plate = (x: number, y: number, w: number, h = 38): Box => ({ x, y, w, h });

const konnectivity: Tube = {
  entry: 'konnectivity-server',
  exit: 'konnectivity-agent',
  from: [600, 507],
  to: [600, 664],
  width: 64,
  lanes: {
    'apiserver-to-kubelet': 21,
    'apiserver-to-node': 12.5,
    'apiserver-to-service': -12.5,
    'apiserver-to-pod': -21,
  },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [545, 675],
        [266, 675],
        [266, 708],
      ],
      badge: [420, 675],
      shield: [299, 675],
      word: [352, 664],
      anchor: 'middle',
    },
    'apiserver-to-node': {
      points: [
        [545, 691],
        [459, 691],
        [459, 724],
      ],
      badge: [526, 691],
      shield: [488, 691],
      word: [508, 715],
      anchor: 'start',
    },
    'apiserver-to-service': {
      points: [
        [655, 691],
        [741, 691],
        [741, 724],
      ],
      badge: [674, 691],
      shield: [712, 691],
      word: [692, 715],
      anchor: 'end',
    },
    'apiserver-to-pod': {
      points: [
        [655, 675],
        [934, 675],
        [934, 708],
      ],
      badge: [780, 675],
      shield: [901, 675],
      word: [848, 664],
      anchor: 'middle',
    },
  },
  word: [646, 586],
  anchor: 'start',
  notes: [
    { key: 'front', at: [636, 446], anchor: 'start' },
    { key: 'dials', at: [646, 604], anchor: 'start' },
    { key: 'inside', at: [600, 786], anchor: 'middle' },
  ],
};

const ssh: Tube = {
  entry: null,
  exit: 'sshd',
  from: [557, 396],
  to: [376, 724],
  width: 46,
  lanes: {
    'apiserver-to-kubelet': 17.5,
    'apiserver-to-node': 12.5,
    'apiserver-to-service': -12.5,
    'apiserver-to-pod': -17.5,
  },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [349, 738],
        [280, 738],
      ],
      badge: [332, 738],
      shield: [306, 738],
      word: [310, 766],
      anchor: 'middle',
    },
    'apiserver-to-node': {
      points: [
        [390, 764],
        [390, 777],
        [466, 777],
        [466, 764],
      ],
      badge: [410, 777],
      shield: [440, 777],
      word: [480, 780],
      anchor: 'start',
    },
    'apiserver-to-service': {
      points: [
        [378, 764],
        [378, 788],
        [734, 788],
        [734, 764],
      ],
      badge: [600, 788],
      shield: [640, 788],
      word: [686, 780],
      anchor: 'middle',
    },
    'apiserver-to-pod': {
      points: [
        [366, 764],
        [366, 799],
        [966, 799],
        [966, 748],
      ],
      badge: [810, 799],
      shield: [850, 799],
      word: [906, 791],
      anchor: 'middle',
    },
  },
  word: [506, 600],
  anchor: 'start',
  notes: [],
};

/** The map for 1150 CSS pixels and more. */
export const wide: Arrangement = {
  id: 'wide',
  width: 1200,
  height: 814,
  inner: { x: 600, y: 360, a: 338, b: 182, n: 2.9 },
  outer: { x: 600, y: 360, a: 462, b: 290, n: 2.9 },
  hub: { x: 600, y: 384, w: 240, h: 64 },
  plates: {
    'kube-scheduler': plate(440, 250, 128),
    'kube-controller-manager': plate(600, 250, 140),
    'cloud-controller-manager': plate(760, 250, 140),
    etcd: plate(342, 384, 74),
    kubectl: plate(78, 210, 90),
    webhook: plate(1122, 210, 92),
    'extension-apiserver': plate(1122, 528, 118, 54),
    'kube-proxy': plate(78, 528, 98),
    kubelet: plate(234, 728, 92, 40),
    pod: plate(966, 728, 118, 40),
    node: plate(466, 744, 108, 40),
    service: plate(734, 744, 108, 40),
    sshd: plate(376, 744, 54, 40),
    'metrics-server': plate(66, 728, 84, 40),
    'konnectivity-server': plate(600, 488, 98),
    'konnectivity-agent': plate(600, 683, 112),
    supervisor: plate(600, 488, 98),
    'node-agent': plate(600, 683, 112),
  },
  spokes: {
    'node-to-apiserver/kubelet': { plate: 'kubelet', hub: [496, 416], end: [216, 708], word: { share: 0.5, side: -1 } },
    'node-to-apiserver/kube-proxy': {
      plate: 'kube-proxy',
      hub: [480, 402],
      end: [78, 528],
      word: { share: 0.5, side: 0 },
    },
    'apiserver-to-kubelet': { plate: 'kubelet', hub: [532, 416], end: [252, 708], word: { share: 0.86, side: 1 } },
    'apiserver-to-node': { plate: 'node', hub: [560, 416], end: [459, 724], word: { share: 0.5, side: 1 } },
    'apiserver-to-service': { plate: 'service', hub: [640, 416], end: [741, 724], word: { share: 0.5, side: -1 } },
    'apiserver-to-pod': { plate: 'pod', hub: [668, 416], end: [948, 708], word: { share: 0.86, side: -1 } },
    'pod-to-apiserver': { plate: 'pod', hub: [704, 416], end: [984, 708], word: { share: 0.5, side: 1 } },
  },
  trunk: {
    plates: ['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager'],
    rail: 284,
    badge: 301,
    shield: 328,
    word: [624, 319],
  },
  tubes: {
    konnectivity,
    'agent-tunnel': { ...konnectivity, entry: 'supervisor', exit: 'node-agent' },
    'ssh-tunnel': ssh,
  },
  sea: [540, 131],
  zones: [
    { zone: 'control-plane', at: [836, 392], anchor: 'middle' },
    { zone: 'node', at: [1176, 790], anchor: 'end' },
    { zone: 'outside', at: [28, 345], anchor: 'start' },
    { zone: 'outside', at: [1172, 345], anchor: 'end' },
  ],
  attacker: { sign: [916, 152], word: [896, 156] },
  borders: [
    [
      [6, 360],
      [138, 360],
    ],
    [
      [1062, 360],
      [1194, 360],
    ],
  ],
  markScale: 1,
  crop: 0,
  hidden: [],
};
