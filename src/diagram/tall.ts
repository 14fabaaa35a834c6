import type { Arrangement, Tube } from './arrangement.ts';
import type { Box } from './geometry.ts';

const plate = (x: number, y: number, w: number, h = 34): Box => ({ x, y, w, h });

const konnectivity: Tube = {
  entry: 'konnectivity-server',
  exit: 'konnectivity-agent',
  from: [180, 461],
  to: [180, 676],
  width: 38,
  lanes: { 'apiserver-to-kubelet': 13, 'apiserver-to-node': 8, 'apiserver-to-service': -8, 'apiserver-to-pod': -13 },
  last: {
    'apiserver-to-kubelet': {
      points: [
        [136, 703],
        [106, 703],
      ],
      badge: [130, 703],
      shield: [121, 703],
      word: [121, 734],
      anchor: 'middle',
    },
    'apiserver-to-node': {
      points: [
        [156, 676],
        [156, 650],
        [139, 650],
        [139, 628],
      ],
      badge: [156, 664],
      shield: [139, 644],
      word: [132, 660],
      anchor: 'end',
    },
    'apiserver-to-service': {
      points: [
        [204, 676],
        [204, 650],
        [221, 650],
        [221, 628],
      ],
      badge: [204, 664],
      shield: [221, 644],
      word: [230, 660],
      anchor: 'start',
    },
    'apiserver-to-pod': {
      points: [
        [224, 703],
        [254, 703],
      ],
      badge: [230, 703],
      shield: [240, 703],
      word: [238, 734],
      anchor: 'middle',
    },
  },
  word: [207, 556],
  anchor: 'start',
  notes: [],
};

/** The map for a phone: at 360 CSS pixels one unit is one pixel. */
export const tall: Arrangement = {
  id: 'tall',
  width: 360,
  height: 800,
  inner: { x: 180, y: 324, a: 165, b: 172, n: 4 },
  outer: { x: 180, y: 324, a: 262, b: 246, n: 4 },
  hub: { x: 180, y: 353, w: 176, h: 52 },
  plates: {
    'control-plane': plate(180, 230, 174, 78),
    etcd: plate(312, 270, 48),
    kubectl: plate(52, 46, 72, 28),
    webhook: plate(308, 44, 74),
    'extension-apiserver': plate(313, 611, 80, 40),
    'kube-proxy': plate(42, 611, 72),
    node: plate(139, 611, 46),
    service: plate(221, 611, 54),
    kubelet: plate(72, 698, 68, 36),
    pod: plate(288, 698, 68, 36),
    'konnectivity-server': plate(180, 444, 88),
    'konnectivity-agent': plate(180, 703, 88),
    supervisor: plate(180, 444, 88),
    'node-agent': plate(180, 703, 88),
    sshd: plate(180, 734, 88, 22),
    'metrics-server': plate(72, 768, 100, 26),
  },
  spokes: {
    'node-to-apiserver/kube-proxy': {
      plate: 'kube-proxy',
      hub: [112, 379],
      end: [42, 611],
      word: { at: [52, 537], anchor: 'end' },
    },
    'node-to-apiserver/kubelet': {
      plate: 'kubelet',
      hub: [130, 379],
      end: [72, 680],
      word: { at: [68, 668], anchor: 'end' },
    },
    'apiserver-to-kubelet': {
      plate: 'kubelet',
      hub: [147, 379],
      end: [89, 680],
      word: { at: [98, 672], anchor: 'start' },
    },
    'apiserver-to-node': {
      plate: 'node',
      hub: [164, 379],
      end: [139, 594],
      word: { at: [138, 643], anchor: 'middle' },
    },
    'apiserver-to-service': {
      plate: 'service',
      hub: [196, 379],
      end: [221, 594],
      word: { at: [222, 643], anchor: 'middle' },
    },
    'apiserver-to-pod': { plate: 'pod', hub: [213, 379], end: [271, 680], word: { at: [262, 672], anchor: 'end' } },
    'pod-to-apiserver': { plate: 'pod', hub: [230, 379], end: [288, 680], word: { at: [292, 668], anchor: 'start' } },
  },
  trunk: { plates: ['control-plane'], rail: 269, badge: 284, shield: 305, word: [196, 298] },
  tubes: { konnectivity, 'agent-tunnel': { ...konnectivity, entry: 'supervisor', exit: 'node-agent' } },
  sea: [180, 107],
  zones: [
    { zone: 'outside', at: [14, 22], anchor: 'start' },
    { zone: 'control-plane', at: [180, 180], anchor: 'middle' },
    { zone: 'node', at: [346, 788], anchor: 'end' },
  ],
  attacker: { sign: [112, 132], word: [129, 136] },
  borders: [],
  markScale: 0.86,
  crop: 54,
  hidden: ['konnectivity-server'],
};
