import type { Language } from '../../src/i18n/languages.ts';

/** What must not occur in a text, and why; the patterns are read without case and line by line. */
export interface Forbidden {
  readonly languages: readonly Language[];
  readonly pattern: string;
  readonly why: string;
  /** A text that has the mistake. */
  readonly example: string;
  /** Looked for in code and addresses too, not in prose alone. */
  readonly everywhere?: true;
}

const ALL: readonly Language[] = ['en', 'es', 'pt', 'it', 'zh'];
const TRANSLATED: readonly Language[] = ['es', 'pt', 'it', 'zh'];

export const FORBIDDEN: readonly Forbidden[] = [
  {
    languages: ALL,
    pattern: 'kubeket|kubelt\\b|apisever|konectivity',
    why: 'an identifier is misspelt',
    example: 'the kubelt dials',
    everywhere: true,
  },
  {
    languages: TRANSLATED,
    pattern: '\\bmaster\\b|m[aá]ster\\b|maestro|\\bmestre\\b',
    why: 'it is the control plane; the old word stays in quoted names only',
    example: 'del clúster al máster',
  },
  {
    languages: TRANSLATED,
    pattern: '(?<!kube-)\\bapiserver\\b',
    why: 'prose names the API server in its own language',
    example: 'l’apiserver verifica',
  },
  {
    languages: ['es', 'pt', 'it'],
    pattern: '\\by/o\\b|\\be ?/ ?ou\\b|\\be ?/ ?o\\b',
    why: 'say and, or say or',
    example: 'redes não confiáveis e/ou públicas',
  },
  {
    languages: ['es', 'pt', 'it'],
    pattern: '(^|\\s)\\*\\*\\s',
    why: 'a space inside the marks makes no bold',
    example: 'conexiones ** no seguras **',
  },
  {
    languages: ['es'],
    pattern: 'encript|autentific|\\bllaves?\\b|fichero|punto final|de no confianza|severidad|bandera',
    why: 'cifrar, autenticar, clave, archivo, endpoint, no confiable, gravedad, flag',
    example: 'el fichero encriptado',
  },
  {
    languages: ['es'],
    pattern: '\\bcluster(s|es)?\\b',
    why: 'clúster, clústeres',
    example: 'los clusters',
  },
  {
    languages: ['pt'],
    pattern:
      'encript|ficheiro|utilizador|ecrã|palavra-passe|\\bpartilh|ponto de extremidade|\\bda kubelet|SSH túnel|certificado root',
    why: 'criptografar, arquivo, usuário, tela, senha, compartilhar, endpoint, do kubelet, túnel SSH, certificado raiz',
    example: 'o utilizador da kubelet',
  },
  {
    languages: ['it'],
    pattern: "grappol|telecomand|baccell|criptat|\\bbtra\\b|(?<=^|[.!?] )E'|spazi dei nomi|^Finalmente",
    why: 'cluster, remoto, Pod, cifrato, tra, È, namespace, Infine',
    example: "E' criptato",
  },
  {
    languages: ['it'],
    pattern: '\\b(cluster|token|log|pod|endpoint|proxy|flag)s\\b',
    why: 'an English noun takes no -s in Italian',
    example: 'i tokens',
  },
  {
    languages: ['it'],
    pattern: '\\bil \\{\\{date\\}\\}',
    why: 'the 8th and the 11th take an l’',
    example: 'verificato il {{date}}',
  },
  {
    languages: ['zh'],
    pattern: '您|帐|账户|凭证|缺省|名字空间|名称空间|身份验证|批复|秘密|和/或|服务证书|控制面(?!板)',
    why: '你、账号、凭据、默认、命名空间、身份认证、批准、Secret、或、服务端证书、控制平面',
    example: '您的凭证',
  },
  {
    languages: ['zh'],
    pattern: '\\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\\p{Script=Han}',
    why: 'a space stands between Han and Latin letters',
    example: '与Kubernetes集群',
  },
  {
    languages: ['zh'],
    pattern: '\\p{Script=Han}[,;:?!()]|[,;:?!()]\\p{Script=Han}',
    why: 'punctuation is full-width',
    example: '加密,但不验证',
  },
  {
    languages: ['zh'],
    pattern: ' [，。：；？！（）、]|[，。：；？！（）、] ',
    why: 'no space stands beside full-width punctuation',
    example: '加密 ，但不验证',
  },
  {
    languages: ['zh'],
    // A resource such as pods/proxy is a name.
    pattern: '\\b(Pods|Secrets|CSRs|Nodes)\\b(?!/)',
    why: 'an English noun takes no -s in Chinese',
    example: '运行中的 Pods 想',
  },
];

/** The Service named kubernetes exists in the default namespace only; older translations said otherwise. */
export const EVERY_NAMESPACE: Readonly<Record<Language, { readonly pattern: string; readonly example: string }>> = {
  en: {
    pattern: '(all|every|each|any)( the)? namespaces?',
    example: 'The `kubernetes` Service (in all namespaces) has a virtual IP address.',
  },
  es: {
    pattern: '(todos|todo|cada|cualquier)( los)? (namespaces?|espacios? de nombres)',
    example: 'El Service `kubernetes` (en todos los namespaces) tiene una dirección IP virtual.',
  },
  pt: {
    pattern: '(todos|todo|cada|qualquer)( os)? (namespaces?|espaços? de nomes)',
    example: 'O Service `kubernetes` (em todos os namespaces) tem um endereço IP virtual.',
  },
  it: {
    pattern: '(tutti|ogni|ciascun|qualsiasi)( i| gli)? (namespace|spazi)',
    example: 'Il Service `kubernetes` (in tutti i namespace) ha un indirizzo IP virtuale.',
  },
  zh: {
    pattern: '(所有|每个|任何|任意|全部)的?(命名空间|名字空间)',
    example: '`kubernetes` Service（在所有命名空间中）有一个虚拟 IP 地址。',
  },
};
