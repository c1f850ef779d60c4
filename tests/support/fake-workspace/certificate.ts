import { generate } from 'selfsigned';

/** A certificate of our own for this machine, which nobody trusts who is not told to. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** @param names that it is good for besides the loopback address */
export async function selfMade(names: readonly string[] = ['localhost']): Promise<Certificate> {
  const [commonName = 'localhost'] = names;
  const { private: key, cert } = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec',
    curve: 'P-256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      {
        name: 'subjectAltName',
        altNames: [
          ...names.map((value) => ({ type: 2 as const, value })),
          ...(names.includes('localhost') ? [{ type: 7 as const, ip: '127.0.0.1' }] : []),
        ],
      },
    ],
  });
  return { key, cert };
}
