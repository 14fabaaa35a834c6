import type { Arrangement, Tube } from './arrangement.ts';
import type { Box } from './geometry.ts';

const plate = (x: number, y: number, w: number, h = 38): Box => ({ x, y, w, h });

const konnectivity: Tube = {
  entry: 'konnectivity-server',
  exit: 'konnectivity-agent',
  from: [600, 507],
  to: [600, 664],
  width: 74,
  lanes: {
    'apiserver-to-kubelet': 28,
    'apiserver-to-node': 21,
    'apiserver-to-service': 14,
    'apiserver-to-pod': -14,
    'apiserver-to-extension-apiserver': -21,
    'apiserver-to-webhook': -28,
  },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [544, 675],
        [266, 675],
        [266, 708],
      ],
      badge: [420, 675],
      shield: [299, 675],
      spots: [
        [356, 664],
        [330, 697],
      ],
    },
    'apiserver-to-node': {
      points: [
        [544, 691],
        [459, 691],
        [459, 724],
      ],
      badge: [526, 691],
      shield: [488, 691],
      spots: [
        [504, 715, 'start'],
        [449, 712, 'end'],
      ],
    },
    'apiserver-to-service': {
      points: [
        [656, 691],
        [741, 691],
        [741, 724],
      ],
      badge: [674, 691],
      shield: [712, 691],
      spots: [
        [696, 715, 'end'],
        [751, 712, 'start'],
      ],
    },
    'apiserver-to-pod': {
      points: [
        [656, 675],
        [934, 675],
        [934, 708],
      ],
      badge: [780, 675],
      shield: [901, 675],
      spots: [[840, 664]],
    },
    'apiserver-to-extension-apiserver': {
      points: [
        [646, 702],
        [646, 780],
        [1140, 780],
        [1140, 567],
      ],
      badge: [672, 780],
      shield: [1140, 600],
      spots: [
        [1130, 650, 'end'],
        [1130, 690, 'end'],
      ],
    },
    'apiserver-to-webhook': {
      points: [
        [632, 702],
        [632, 797],
        [1180, 797],
        [1180, 270],
        [1140, 270],
        [1140, 229],
      ],
      badge: [696, 797],
      shield: [1180, 312],
      spots: [
        [1170, 400, 'end'],
        [1170, 440, 'end'],
      ],
    },
  },
  spots: [
    [652, 586, 'start'],
    [600, 718],
  ],
  notes: [
    { key: 'front', spots: [[646, 446, 'start']] },
    { key: 'dials', spots: [[652, 604, 'start']] },
    {
      key: 'inside',
      spots: [
        [614, 785, 'end'],
        [600, 726, 'middle'],
      ],
    },
  ],
  ghost: [
    [
      [600, 416],
      [600, 469],
    ],
    [
      [600, 507],
      [600, 664],
    ],
  ],
  ghostSpots: [[600, 718]],
};

const ssh: Tube = {
  entry: null,
  exit: 'sshd',
  from: [557, 396],
  to: [374, 724],
  width: 52,
  lanes: {
    'apiserver-to-kubelet': 21,
    'apiserver-to-node': 16,
    'apiserver-to-service': 11,
    'apiserver-to-pod': -11,
    'apiserver-to-extension-apiserver': -16,
    'apiserver-to-webhook': -21,
  },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [341, 738],
        [280, 738],
      ],
      badge: [327, 738],
      shield: [305, 738],
      spots: [
        [314, 777],
        [308, 777],
      ],
    },
    'apiserver-to-node': {
      points: [
        [394, 764],
        [394, 776],
        [466, 776],
        [466, 764],
      ],
      badge: [412, 776],
      shield: [442, 776],
      spots: [[478, 776, 'start']],
    },
    'apiserver-to-service': {
      points: [
        [386, 764],
        [386, 786],
        [734, 786],
        [734, 764],
      ],
      badge: [570, 786],
      shield: [702, 786],
      spots: [[636, 777]],
    },
    'apiserver-to-pod': {
      points: [
        [377, 764],
        [377, 796],
        [966, 796],
        [966, 748],
      ],
      badge: [780, 796],
      shield: [934, 796],
      spots: [[856, 787]],
    },
    'apiserver-to-extension-apiserver': {
      points: [
        [368, 764],
        [368, 806],
        [1140, 806],
        [1140, 567],
      ],
      badge: [1010, 806],
      shield: [1140, 600],
      spots: [
        [1130, 650, 'end'],
        [1130, 690, 'end'],
      ],
    },
    'apiserver-to-webhook': {
      points: [
        [359, 764],
        [359, 816],
        [1180, 816],
        [1180, 270],
        [1140, 270],
        [1140, 229],
      ],
      badge: [1180, 780],
      shield: [1180, 312],
      spots: [
        [1170, 400, 'end'],
        [1170, 440, 'end'],
      ],
    },
  },
  spots: [
    [510, 600, 'start'],
    [494, 612, 'start'],
  ],
  notes: [],
  ghost: [
    [
      [549, 416],
      [374, 724],
    ],
  ],
  ghostSpots: [[374, 780]],
};

/** The map for 1150 CSS pixels and more. */
export const wide: Arrangement = {
  id: 'wide',
  width: 1200,
  height: 830,
  inner: { x: 600, y: 360, a: 338, b: 182, n: 2.9 },
  outer: { x: 600, y: 360, a: 462, b: 290, n: 2.9 },
  hub: { x: 600, y: 384, w: 240, h: 64 },
  plates: {
    'kube-scheduler': plate(440, 250, 128),
    'kube-controller-manager': plate(600, 250, 140),
    'cloud-controller-manager': plate(760, 250, 140),
    etcd: plate(324, 384, 74),
    kubectl: plate(78, 210, 90),
    webhook: plate(1122, 210, 92),
    'extension-apiserver': plate(1114, 540, 112, 54),
    'kube-proxy': plate(78, 540, 98),
    kubelet: plate(234, 728, 92, 40),
    pod: plate(966, 728, 118, 40),
    node: plate(466, 744, 108, 40),
    service: plate(734, 744, 108, 40),
    sshd: plate(374, 744, 66, 40),
    'metrics-server': plate(66, 636, 84, 40),
    'konnectivity-server': plate(600, 488, 98),
    'konnectivity-agent': plate(600, 683, 112),
    supervisor: plate(600, 488, 98),
    'node-agent': plate(600, 683, 112),
  },
  groups: {},
  spokes: {
    'client-to-apiserver': { plate: 'kubectl', hub: [480, 364], end: [78, 210], side: 0 },
    'apiserver-to-webhook': { plate: 'webhook', hub: [720, 364], end: [1122, 210], side: 0 },
    'node-to-apiserver/kubelet': { plate: 'kubelet', hub: [496, 416], end: [216, 708], side: -1 },
    'node-to-apiserver/kube-proxy': { plate: 'kube-proxy', hub: [480, 404], end: [78, 540], side: 0 },
    'apiserver-to-kubelet': {
      plate: 'kubelet',
      hub: [532, 416],
      end: [252, 708],
      side: 1,
      share: 0.7,
      spare: [[286, 692, 'start']],
    },
    'apiserver-to-node': { plate: 'node', hub: [560, 416], end: [459, 724], side: 1, spare: [[484, 714, 'start']] },
    'apiserver-to-service': {
      plate: 'service',
      hub: [640, 416],
      end: [741, 724],
      side: -1,
      spare: [[716, 714, 'end']],
    },
    'apiserver-to-pod': {
      plate: 'pod',
      hub: [668, 416],
      end: [948, 708],
      side: -1,
      share: 0.7,
      spare: [[914, 692, 'end']],
    },
    'pod-to-apiserver': { plate: 'pod', hub: [704, 416], end: [984, 708], side: 1 },
    'apiserver-to-extension-apiserver': {
      plate: 'extension-apiserver',
      hub: [720, 404],
      end: [1114, 540],
      side: 0,
    },
  },
  roads: {
    'control-plane-to-apiserver': {
      points: [
        [600, 284],
        [600, 352],
      ],
      badge: [600, 301],
      shield: [600, 328],
      spots: [[616, 319, 'start']],
    },
    'apiserver-to-etcd': {
      points: [
        [480, 384],
        [361, 384],
      ],
      badge: [462, 384],
      shield: [390, 384],
      spots: [
        [424, 374],
        [394, 366],
        [408, 406],
        [324, 357],
      ],
    },
    'monitoring-to-kubelet': {
      points: [
        [66, 656],
        [66, 728],
        [188, 728],
      ],
      badge: [66, 676],
      shield: [158, 728],
      cut: [112, 728],
      spots: [
        [118, 752],
        [78, 706, 'start'],
      ],
    },
    'control-plane-endpoints/scheduler': {
      points: [
        [382, 210],
        [440, 210],
        [440, 231],
      ],
      badge: [396, 210],
      shield: [417, 210],
      ring: true,
    },
    'control-plane-endpoints/controller-manager': {
      points: [
        [428, 210],
        [600, 210],
        [600, 231],
      ],
      shield: [577, 210],
      spots: [[508, 203]],
    },
    'control-plane-endpoints/cloud-controller-manager': {
      points: [
        [588, 210],
        [760, 210],
        [760, 231],
      ],
      shield: [737, 210],
    },
  },
  brackets: {
    'control-plane-to-apiserver': [
      [
        [440, 269],
        [440, 284],
        [760, 284],
        [760, 269],
      ],
      [
        [600, 269],
        [600, 284],
      ],
    ],
  },
  tubes: {
    konnectivity,
    'agent-tunnel': { ...konnectivity, entry: 'supervisor', exit: 'node-agent' },
    'ssh-tunnel': ssh,
  },
  shelf: [plate(574, 752, 100)],
  sea: [540, 131],
  zones: [
    { zone: 'control-plane', at: [836, 392], lines: 2 },
    { zone: 'node', at: [28, 808, 'start'] },
    { zone: 'outside', at: [16, 345, 'start'] },
    { zone: 'outside', at: [1172, 132, 'end'] },
  ],
  attacker: {
    moat: { sign: [916, 152], spots: [[897, 149, 'end']] },
    'node-network': { sign: [196, 600], spots: [[196, 630]] },
    pod: { sign: [1047, 716], spots: [[1034, 745, 'start']] },
  },
  borders: [
    [
      [6, 360],
      [138, 360],
    ],
    [
      [989, 150],
      [1194, 150],
    ],
  ],
  markScale: 1,
  portless: [
    'konnectivity-server',
    'supervisor',
    'kube-scheduler',
    'kube-controller-manager',
    'cloud-controller-manager',
  ],
};
