import type { Arrangement, Tube } from './arrangement.ts';
import type { Box } from './geometry.ts';

const plate = (x: number, y: number, w: number, h = 36): Box => ({ x, y, w, h });

const konnectivity: Tube = {
  entry: 'konnectivity-server',
  exit: 'konnectivity-agent',
  from: [180, 461],
  to: [180, 778],
  width: 50,
  lanes: {
    'apiserver-to-kubelet': 20.5,
    'apiserver-to-node': 16,
    'apiserver-to-service': 11.5,
    'apiserver-to-pod': -11.5,
    'apiserver-to-extension-apiserver': -16,
    'apiserver-to-webhook': -20.5,
  },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [134, 796],
        [71, 796],
        [71, 660],
      ],
      badge: [112, 796],
      shield: [71, 692],
      spots: [
        [98, 816],
        [90, 816],
      ],
    },
    'apiserver-to-node': {
      points: [
        [145, 778],
        [145, 724],
      ],
      badge: [145, 769],
      shield: [145, 752],
      spots: [
        [135, 760, 'end'],
        [140, 738, 'end'],
        [152.5, 682, 'end'],
      ],
    },
    'apiserver-to-service': {
      points: [
        [215, 778],
        [215, 724],
      ],
      badge: [215, 769],
      shield: [215, 752],
      spots: [
        [225, 760, 'start'],
        [219, 738, 'start'],
        [207.5, 682, 'start'],
      ],
    },
    'apiserver-to-pod': {
      points: [
        [226, 784],
        [289, 784],
        [289, 660],
      ],
      badge: [289, 742],
      shield: [289, 692],
      spots: [
        [256, 777],
        [230, 827, 'start'],
      ],
    },
    'apiserver-to-extension-apiserver': {
      points: [
        [226, 797],
        [328, 797],
        [328, 594],
      ],
      badge: [258, 797],
      shield: [328, 632],
      spots: [
        [345, 827, 'end'],
        [345, 841, 'end'],
      ],
    },
    'apiserver-to-webhook': {
      points: [
        [226, 810],
        [351, 810],
        [351, 80],
        [330, 80],
        [330, 61],
      ],
      badge: [300, 810],
      shield: [345, 96],
      spots: [
        [332, 102, 'end'],
        [332, 114, 'end'],
      ],
    },
  },
  spots: [
    [212, 540, 'start'],
    [208, 602, 'start'],
    [152, 602, 'end'],
    [207, 677, 'start'],
    [153, 677, 'end'],
    [232, 800, 'start'],
  ],
  notes: [],
  ghost: [
    [
      [180, 379],
      [180, 570],
    ],
  ],
  ghostSpots: [[232, 800, 'start']],
};

/** The map for a phone: at 360 CSS pixels one unit is one pixel. */
export const tall: Arrangement = {
  id: 'tall',
  width: 360,
  height: 886,
  inner: { x: 180, y: 324, a: 154, b: 172, n: 4 },
  outer: { x: 180, y: 324, a: 166, b: 246, n: 4 },
  hub: { x: 180, y: 353, w: 176, h: 52 },
  plates: {
    'control-plane': plate(186, 233, 138, 86),
    etcd: plate(304, 270, 46, 34),
    kubectl: plate(52, 46, 72, 28),
    webhook: plate(308, 44, 74, 34),
    'extension-apiserver': plate(307.5, 576, 77),
    'kube-proxy': plate(31, 572, 48, 38),
    node: plate(126, 706, 46),
    service: plate(234, 706, 54),
    kubelet: plate(98, 642, 62),
    pod: plate(262, 642, 62),
    'konnectivity-server': plate(180, 444, 88, 34),
    'konnectivity-agent': plate(180, 796, 92),
    supervisor: plate(180, 444, 88, 34),
    'node-agent': plate(180, 796, 92),
    sshd: plate(180, 796, 92),
    'metrics-server': plate(38, 752, 62),
  },
  groups: { 'control-plane': ['kube-scheduler', 'kube-controller-manager', 'cloud-controller-manager'] },
  spokes: {
    'client-to-apiserver': {
      plate: 'kubectl',
      hub: [96, 327],
      end: [52, 46],
      side: 1,
      share: 0.6,
      spare: [[92.5, 62, 'start']],
    },
    'apiserver-to-webhook': {
      plate: 'webhook',
      hub: [258, 327],
      end: [308, 44],
      side: -1,
      share: 0.4,
      spare: [[268, 66, 'end']],
    },
    'node-to-apiserver/kube-proxy': {
      plate: 'kube-proxy',
      hub: [102, 379],
      end: [40, 572],
      side: -1,
      spots: [
        [31, 605],
        [6, 605, 'start'],
      ],
    },
    'node-to-apiserver/kubelet': {
      plate: 'kubelet',
      hub: [120, 379],
      end: [93, 642],
      side: -1,
      spots: [[91.5, 619, 'end']],
    },
    'apiserver-to-kubelet': {
      plate: 'kubelet',
      hub: [137, 379],
      end: [110, 642],
      side: 1,
      spots: [
        [98, 674],
        [130, 674, 'end'],
      ],
    },
    'apiserver-to-node': {
      plate: 'node',
      hub: [153, 379],
      end: [134, 706],
      side: 1,
      spots: [
        [126, 738],
        [150, 738, 'end'],
      ],
    },
    'apiserver-to-service': {
      plate: 'service',
      hub: [207, 379],
      end: [226, 706],
      side: -1,
      spots: [
        [234, 738],
        [210, 738, 'start'],
      ],
    },
    'apiserver-to-pod': {
      plate: 'pod',
      hub: [223, 379],
      end: [250, 642],
      side: -1,
      spots: [
        [262, 674],
        [230, 674, 'start'],
      ],
    },
    'pod-to-apiserver': {
      plate: 'pod',
      hub: [240, 379],
      end: [267, 642],
      side: 1,
      spots: [[268.5, 619, 'start']],
    },
    'apiserver-to-extension-apiserver': {
      plate: 'extension-apiserver',
      hub: [258, 379],
      end: [315, 576],
      side: 1,
      spots: [
        [309, 605.5],
        [311, 605.5],
        [270, 605.5, 'start'],
      ],
    },
  },
  roads: {
    'control-plane-to-apiserver': {
      points: [
        [160, 276],
        [160, 327],
      ],
      badge: [160, 285],
      shield: [160, 303],
      spots: [[173, 300, 'start']],
    },
    'apiserver-to-etcd': {
      points: [
        [268, 352],
        [304, 352],
        [304, 287],
      ],
      badge: [283, 352],
      shield: [304, 315],
      spots: [
        [272, 375, 'start'],
        [353, 391, 'end'],
        [346, 391, 'end'],
        [290, 330, 'end'],
      ],
    },
    'monitoring-to-kubelet': {
      points: [
        [22, 734],
        [22, 642],
        [66, 642],
      ],
      badge: [22, 720],
      shield: [37, 642],
      cut: [22, 682],
      spots: [
        [34, 690, 'start'],
        [7, 784, 'start'],
        [7, 830, 'start'],
      ],
    },
    'control-plane-endpoints/scheduler': {
      points: [
        [95, 172],
        [95, 206],
        [117, 206],
      ],
      badge: [95, 186],
      shield: [97, 206],
      ring: true,
      spots: [[106, 184, 'start']],
    },
    'control-plane-endpoints/controller-manager': {
      points: [
        [95, 216],
        [95, 228],
        [117, 228],
      ],
      shield: [97, 228],
    },
    'control-plane-endpoints/cloud-controller-manager': {
      points: [
        [95, 238],
        [95, 256],
        [117, 256],
      ],
      shield: [97, 256],
    },
  },
  brackets: {},
  tubes: {
    konnectivity,
    'agent-tunnel': { ...konnectivity, entry: 'supervisor', exit: 'node-agent' },
    'ssh-tunnel': { ...konnectivity, entry: null, exit: 'sshd', from: [180, 379], ghost: [], ghostSpots: [] },
  },
  shelf: [plate(180, 837, 84, 34), plate(292, 848, 88, 34)],
  sea: [180, 107],
  zones: [
    { zone: 'outside', at: [14, 22, 'start'] },
    { zone: 'control-plane', at: [190, 168] },
    { zone: 'node', at: [346, 20, 'end'] },
    { zone: 'node', at: [14, 874, 'start'] },
  ],
  attacker: {
    moat: { sign: [140, 133], spots: [[155, 130, 'start']] },
    'node-network': { sign: [22, 848], spots: [[37, 844, 'start']] },
    pod: { sign: [308, 644], spots: [[324, 671]] },
  },
  borders: [
    [
      [180, 6],
      [180, 78],
    ],
    [
      [5, 330],
      [14, 330],
    ],
  ],
  markScale: 0.86,
  portless: [
    'konnectivity-server',
    'supervisor',
    'node',
    'pod',
    'service',
    'kube-proxy',
    'kube-scheduler',
    'kube-controller-manager',
    'cloud-controller-manager',
  ],
};
