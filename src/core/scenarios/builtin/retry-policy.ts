import type { PolicySnippet } from '../scenario';

/** For failures that pass by themselves. */
export const retryIfIdempotent: PolicySnippet = {
  title: 'In backend: send the request again, if it may be sent twice, with its body kept for that',
  xml: [
    '<backend>',
    '  <retry',
    '    condition="@((context.Response == null || context.Response.StatusCode >= 500) && context.Request.Method != "POST" && context.Request.Method != "PATCH")"',
    '    count="2" interval="1" first-fast-retry="true">',
    '    <forward-request buffer-request-body="true" />',
    '  </retry>',
    '</backend>',
  ].join('\n'),
};
