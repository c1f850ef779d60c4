import type { AzureCredential } from './connection';

/** What answers in the login’s place may repeat what it was sent, as it was typed in or as it was sent. */
export function withoutSecrets(text: string, credential: AzureCredential): string {
  const secret = credential.type === 'clientsecret' ? credential.clientSecret : '';
  const hidden = formsOf(secret).reduce((said, form) => said.replaceAll(form, '(the client secret)'), text);
  // What a workload identity logs in with: its file may hold another by now.
  return hidden.replace(/\beyJ[\w-]+\.[\w-]+(\.[\w-]*)?/g, '(a token)');
}

/** The longest first: one may be a part of another. */
function formsOf(secret: string): readonly string[] {
  if (secret === '') {
    return [];
  }
  const sent = new URLSearchParams({ secret }).toString().slice('secret='.length);
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [secret, encodeURIComponent(secret), sent, quoted].sort((a, b) => b.length - a.length);
}
