import { pastedRow } from './pasted-row';

const parseCsv = (text: string, delimiter: string) => text.split('\n').map((line) => line.split(delimiter));
const pasted = (text: string) => pastedRow(text, parseCsv);

it.each([
  ['a JSON object', '{"ResponseCode": 500,\n"ApiId": "orders"}'],
  ['the first of several lines', '{"ResponseCode":500,"ApiId":"orders"}\n{"ResponseCode":200}'],
  ['the first of a list', '[{"ResponseCode":500,"ApiId":"orders"},{"ResponseCode":200}]'],
  ['an envelope', '{"records":[{"properties":"{\\"responseCode\\":500,\\"apiId\\":\\"orders\\"}"}]}'],
  ['a container’s log', '[Info] 2023-08-25T10:56:03.147 [GatewayLogs], responseCode: 500, apiId: "orders"'],
  [
    'a container’s log as Docker Compose shows it',
    'gateway-1  | [Info] 2023-08-25T10:56:03.147, lastError: {\ngateway-1  |   "reason": "x"\ngateway-1  | }, responseCode: 500, apiId: orders',
  ],
  ['CSV', 'ApiId,ResponseCode\norders,500'],
  ['rows copied from a table', '\uFEFFApiId\tResponseCode\norders\t500'],
])('reads %s', (_, text) => {
  const { ResponseCode, ApiId } = pasted(text);
  expect({ ResponseCode, ApiId }).toEqual({ ResponseCode: 500, ApiId: 'orders' });
});

it.each([
  ['nothing', '', 'row-unrecognised'],
  ['prose', 'hello', 'row-unrecognised'],
  ['other JSON', '{"level":"info"}', 'row-unrecognised'],
  ['half a row', '{"ResponseCode": 50', 'row-unrecognised'],
  ['a header alone', 'ApiId,ResponseCode', 'row-unrecognised'],
  ['a whole log', 'x'.repeat(1_000_001), 'row-too-long'],
])('refuses %s', (_, text, code) => {
  expect(() => pasted(text)).toThrow(expect.objectContaining({ code }));
});
