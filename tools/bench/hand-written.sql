-- Failed requests per five minutes and scenario, as one would write it by hand over a table of gateway logs: the
-- conditions of the built-in catalogue in its order, and nothing that this one question does not need.
WITH failed AS (
  SELECT
    *,
    lower("LastErrorMessage") AS message,
    lower("LastErrorReason") AS reason,
    lower("LastErrorSource") AS source,
    coalesce("BackendResponseCode" = "ResponseCode", false) AS is_passed_on,
    coalesce("ResponseCode" BETWEEN 400 AND 499, false) AS is_refused
  FROM logs
  WHERE "TimeGenerated" >= CAST($from AS TIMESTAMP)
    AND "TimeGenerated" < CAST($to AS TIMESTAMP)
    AND (
      "ResponseCode" <= 99
      OR "ResponseCode" >= 400
      OR ("ResponseCode" IS NULL AND ("IsRequestSuccess" = false OR "LastErrorReason" <> '' OR "LastErrorMessage" <> ''))
      OR contains(lower("LastErrorSource"), 'transfer-response')
      OR "LastErrorReason" = 'ClientConnectionFailure'
    )
),
told AS (
  SELECT
    *,
    reason || chr(10) || message AS words,
    contains(source, 'transfer-response') AS is_transferring,
    contains(source, 'forward-request') OR contains(source, 'transfer-response') OR "LastErrorSource" IN ('', 'request-forwarder', 'send-request', 'service-fabric-backend') AS is_exchange,
    "LastErrorReason" = 'BackendConnectionFailure' AND NOT (regexp_matches(source, '^(validate|authentication|cache|llm|log-to)-') OR "LastErrorSource" = 'get-authorization-context') AS is_connection
  FROM failed
),
-- How a connection failed, by its text.
connected AS (
  SELECT
    *,
    CASE
      WHEN message = '' OR NOT (is_connection OR (is_exchange AND NOT coalesce("LastErrorSource" = '' AND "ResponseCode" = 0, false))) THEN NULL
      WHEN contains(message, 'expected to be kept alive was closed by the server') THEN 'backend-keepalive-closed'
      WHEN contains(message, 'the remote name could not be resolved') OR contains(message, 'no such host is known') OR contains(message, 'name or service not known') OR contains(message, 'name does not resolve') OR contains(message, 'temporary failure in name resolution') OR contains(message, 'nodename nor servname provided') OR contains(message, 'the requested name is valid, but no data') OR contains(message, 'error during hostname resolution') OR contains(message, 'enotfound') OR (contains(message, 'resource temporarily unavailable (') AND NOT contains(message, 'the transport connection')) THEN 'backend-dns-failure'
      WHEN contains(message, 'could not establish trust relationship') OR contains(message, 'the remote certificate is invalid') OR contains(message, 'remote certificate was rejected') OR contains(message, 'certificate verify failed') OR contains(message, 'issued by an authority that is not trusted') THEN 'backend-tls-trust'
      WHEN contains(message, 'authentication failed, see inner exception') OR contains(message, 'authentication failed because the remote party has closed the transport stream') OR contains(message, 'could not create ssl/tls secure channel') OR contains(message, 'the ssl connection could not be established') OR contains(message, 'ssl handshake failed') OR contains(message, 'received an unexpected eof or 0 bytes from the transport stream') OR contains(message, 'a call to sspi failed') OR contains(message, 'do not possess a common algorithm') OR contains(message, 'the message received was unexpected or badly formatted') OR contains(message, 'cannot determine the frame size or a corrupted frame was received') OR contains(message, 'alert protocol version') OR contains(message, 'alert handshake failure') OR contains(message, 'sent a tls alert') OR contains(message, 'unexpected packet format') THEN 'backend-tls-handshake'
      WHEN (contains(message, 'unable to connect to the remote server') OR contains(message, 'did not properly respond after a period of time') OR contains(message, 'connection timed out'))
        AND NOT regexp_matches(message, 'data (from|to) the transport connection|refused|unreachable host|unreachable network|no route to host|network is unreachable|forbidden by its access permissions|only one usage of each socket address|cannot assign requested address')
        AND NOT is_transferring
        AND (contains(message, 'did not properly respond after a period of time') OR contains(message, 'connection timed out') OR NOT coalesce("BackendTime" BETWEEN 1 AND 15000, false) AND NOT coalesce("LastErrorElapsed" BETWEEN 1 AND 15000, false))
        AND NOT coalesce("BackendTime" BETWEEN 225000 AND 245000, false) THEN 'backend-connect-timeout'
      WHEN contains(message, 'within the configured connecttimeout') THEN 'backend-connect-timeout'
      WHEN contains(message, 'connection refused') OR contains(message, 'target machine actively refused it') THEN 'backend-connect-refused'
      WHEN (contains(message, 'the connection was closed unexpectedly') OR contains(message, 'an unexpected error occurred on a receive') OR contains(message, 'an unexpected error occurred on a send') OR contains(message, 'forcibly closed by the remote host') OR contains(message, 'connection reset by peer') OR contains(message, 'broken pipe') OR (contains(message, 'the response ended prematurely') AND NOT contains(message, 'additional bytes expected') AND "BackendResponseCode" IS NULL) OR (contains(message, 'transport connection') AND (contains(message, 'unexpectedly closed') OR contains(message, 'closed unexpectedly')) AND NOT contains(message, 'client connection')))
        AND (NOT is_transferring OR contains(message, 'unable to read data from the transport connection')) THEN 'backend-connection-closed'
      WHEN contains(message, 'unable to read data from the transport connection: the connection was closed') OR contains(message, 'error while copying content to a stream') OR contains(message, 'the response ended prematurely') THEN 'backend-response-aborted'
    END AS connection
  FROM told
)
SELECT
  time_bucket(INTERVAL 5 MINUTE, "TimeGenerated") AS bucket,
  coalesce(
    -- The gateway names the reason.
    CASE
      WHEN starts_with(reason, 'expressionvalue') OR starts_with(message, 'expression evaluation failed') OR contains(message, 'expression value is invalid') THEN 'policy-expression-failure'
      WHEN "LastErrorReason" = '' THEN NULL
      WHEN "LastErrorReason" = 'ClientConnectionFailure' THEN 'client-disconnected'
      WHEN "LastErrorReason" = 'OperationNotFound' THEN 'operation-not-found'
      WHEN "LastErrorReason" = 'SubscriptionKeyNotFound' THEN 'subscription-key-missing'
      WHEN "LastErrorReason" = 'SubscriptionKeyInvalid' THEN 'subscription-key-invalid'
      WHEN "LastErrorReason" IN ('TokenNotPresent', 'TokenNotFound') THEN 'jwt-missing'
      WHEN "LastErrorReason" = 'TokenExpired' THEN 'jwt-expired'
      WHEN "LastErrorReason" IN ('TokenSignatureInvalid', 'TokenAudienceNotAllowed', 'TokenIssuerNotAllowed', 'TokenSignatureKeyNotFound', 'TokenClaimNotFound', 'TokenClaimValueNotAllowed') THEN 'jwt-invalid'
      WHEN "LastErrorReason" = 'JwtInvalid' AND NOT regexp_matches(words, 'unable to obtain configuration|unable to retrieve document|no security keys were provided|reading keys|remote name could not be resolved|no such host|name or service not known|name does not resolve|connection refused|remote certificate|ssl connection|was cancell?ed|has timed out|unable to connect to the remote server|trust relationship|idx10500|idx10803|idx20803|idx20804|idx10204|idx10208|idx10634') THEN 'jwt-invalid'
      WHEN "LastErrorReason" IN ('CallerIpNotAllowed', 'CallerIpBlocked', 'FailedToParseCallerIP') THEN 'caller-ip-denied'
      WHEN "LastErrorReason" IN ('HeaderNotFound', 'HeaderValueNotAllowed') THEN 'header-check-failed'
      WHEN "LastErrorReason" IN ('OpenAITokenLimitExceeded', 'OpenAITokenQuotaExceeded') THEN 'token-limited'
      WHEN "LastErrorReason" = 'RateLimitExceeded' AND "LastErrorSource" IN ('llm-token-limit', 'azure-openai-token-limit') THEN 'token-limited'
      WHEN "LastErrorReason" = 'RateLimitExceeded' THEN 'rate-limited'
      WHEN "LastErrorReason" = 'QuotaExceeded' THEN 'quota-exceeded'
      WHEN "LastErrorReason" = 'ContentSafetyPolicyViolated' THEN 'content-safety-blocked'
      WHEN "LastErrorReason" = 'ProtocolViolation' AND regexp_matches(message, 'content[ -]length mismatch') AND NOT contains(message, 'response') THEN 'request-body-not-replayable'
      WHEN "LastErrorReason" IN ('ProtocolViolation', 'BackendConnectionFailure') AND contains(message, 'request content bytes, but content-length promised') THEN 'request-body-not-replayable'
      WHEN "LastErrorReason" IN ('PoolIsInactive', 'CircuitBreakerOpen') THEN 'backend-circuit-open'
      WHEN is_connection AND connection IS NOT NULL THEN connection
      WHEN is_connection AND message IN ('authentication failed', 'authentication failed.') THEN 'backend-tls-handshake'
      WHEN is_connection AND message = '' AND NOT is_transferring AND NOT coalesce("BackendResponseCode" >= 1, false) AND ("BackendTime" BETWEEN 19500 AND 22500 OR "LastErrorElapsed" BETWEEN 19500 AND 22500) THEN 'backend-connect-timeout'
      WHEN "LastErrorReason" = 'BackendConnectionFailure' AND is_transferring AND NOT contains(message, 'unable to write data to the transport connection') THEN 'backend-response-aborted'
      WHEN is_connection THEN 'backend-connection-other'
      WHEN "LastErrorReason" = 'Timeout' AND is_exchange AND NOT is_transferring THEN 'backend-timeout'
    END,
    -- The message tells.
    CASE
      WHEN reason = '' AND message = '' THEN NULL
      WHEN regexp_matches(message, 'the operation was cancell?ed|a task was cancell?ed') AND (contains(source, 'forward-request') OR is_transferring OR "LastErrorSource" IN ('', 'request-forwarder')) AND (coalesce("ResponseCode" < 400, true) OR "ResponseCode" = 499) THEN 'client-disconnected'
      WHEN contains(message, 'client connection') AND (contains(message, 'unexpectedly closed') OR contains(message, 'closed unexpectedly')) THEN 'client-disconnected'
      WHEN (contains(message, 'unable to match incoming request to an operation') OR contains(message, 'unable to identify api or operation for this request')) AND NOT is_passed_on THEN 'operation-not-found'
      WHEN contains(message, 'access denied due to missing subscription key') AND "LastErrorSource" <> 'check-header' AND NOT is_passed_on THEN 'subscription-key-missing'
      WHEN contains(message, 'access denied due to invalid subscription key') AND NOT is_passed_on THEN 'subscription-key-invalid'
      WHEN (contains(message, 'jwt not present') OR contains(message, 'jwt not found in the request')) AND NOT is_passed_on THEN 'jwt-missing'
      WHEN contains(message, 'lifetime validation failed') AND "LastErrorSource" = '' AND is_refused AND regexp_matches(words, '(token|jwt) (is |has )?expired|token is not yet valid|idx1022[23]') AND NOT contains(words, 'certificate') THEN 'jwt-expired'
      WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token')
        AND (is_refused OR (regexp_matches(words, 'token is|jwt|idx10|idx12') AND NOT regexp_matches(message, 'value cannot be null|object reference not set|was not in a correct format|unable to cast object|specified cast is not valid|index was out|specified argument was out of the range|nullable object must have a value|the value field is required|same key has already been added|the given key|an invalid ip address')))
        AND regexp_matches(words, 'not present|(token|jwt) is missing|missing (token|jwt)') AND NOT regexp_matches(words, 'claim|missing an|idx1') THEN 'jwt-missing'
      WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token')
        AND (is_refused OR (regexp_matches(words, 'token is|jwt|idx10|idx12') AND NOT regexp_matches(message, 'value cannot be null|object reference not set|was not in a correct format|unable to cast object|specified cast is not valid|index was out|specified argument was out of the range|nullable object must have a value|the value field is required|same key has already been added|the given key|an invalid ip address')))
        AND regexp_matches(words, '(token|jwt) (is |has )?expired|lifetime validation failed|token is not yet valid|idx1022[23]') AND NOT contains(words, 'certificate') THEN 'jwt-expired'
      WHEN regexp_matches(message, 'jwt validation failed|invalid azure ad jwt|missing the following claims|idx10') AND is_refused AND NOT is_passed_on
        AND NOT regexp_matches(words, 'unable to obtain configuration|unable to retrieve document|no security keys were provided|reading keys|remote name could not be resolved|no such host|name or service not known|name does not resolve|connection refused|remote certificate|ssl connection|was cancell?ed|has timed out|unable to connect to the remote server|trust relationship|idx10500|idx10803|idx20803|idx20804|idx10204|idx10208|idx10634') THEN 'jwt-invalid'
      WHEN (contains(message, 'caller ip address') AND (contains(message, 'is not allowed') OR contains(message, 'is blocked'))) OR contains(message, 'failed to establish ip address for the caller') THEN 'caller-ip-denied'
      WHEN starts_with(message, 'header ') AND (contains(message, 'was not found in the request') OR contains(message, 'is not allowed. access denied')) AND "LastErrorSource" IN ('', 'check-header') AND NOT is_passed_on THEN 'header-check-failed'
      WHEN contains(message, 'invalid client certificate') AND is_refused AND "LastErrorSource" <> 'authentication-certificate' AND NOT is_passed_on THEN 'client-certificate-rejected'
      WHEN (contains(message, 'token limit is exceeded') OR contains(message, 'token quota is exceeded')) AND NOT is_passed_on THEN 'token-limited'
      WHEN contains(message, 'rate limit is exceeded') AND NOT is_passed_on THEN 'rate-limited'
      WHEN (contains(message, 'out of call volume quota') OR contains(message, 'out of bandwidth quota')) AND NOT is_passed_on THEN 'quota-exceeded'
      WHEN contains(message, 'does not conform to the definition') OR contains(message, 'cannot be parsed according to the definition') OR contains(message, 'cannot be validated for the content type') OR contains(message, 'api''s schema does not') OR (contains(message, 'body is') AND contains(message, 'exceeds the configured limit of')) OR ((starts_with(message, 'unspecified ') OR starts_with(message, 'response status code')) AND contains(message, 'is not allowed')) THEN 'schema-validation-failed'
      WHEN contains(message, 'request failed content safety check') AND NOT is_passed_on THEN 'content-safety-blocked'
      WHEN regexp_matches(message, 'content[ -]length mismatch') AND NOT contains(message, 'response') AND NOT is_passed_on THEN 'request-body-not-replayable'
      WHEN ((contains(message, 'circuit breaker is open') OR contains(message, 'no healthy backend')) AND "ResponseCode" = 503 OR contains(message, 'backend pool') AND contains(message, 'temporarily unavailable')) AND NOT is_passed_on THEN 'backend-circuit-open'
      WHEN NOT is_exchange THEN NULL
      WHEN connection IS NOT NULL THEN connection
      WHEN regexp_matches(message, 'cannot assign requested address|access a socket in a way forbidden by its access permissions|only one usage of each socket address|an error occurred while sending the request|no route to host|network is unreachable|the server returned an invalid or unrecognized response') THEN 'backend-connection-other'
      WHEN NOT is_transferring AND (contains(message, 'request to the backend service timed out') OR contains(message, 'the operation has timed out')) THEN 'backend-timeout'
    END,
    -- All that is known is the policy that raised the error.
    CASE
      WHEN "LastErrorSource" = '' THEN NULL
      WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token')
        AND (is_refused OR (regexp_matches(words, 'token is|jwt|idx10|idx12') AND NOT regexp_matches(message, 'value cannot be null|object reference not set|was not in a correct format|unable to cast object|specified cast is not valid|index was out|specified argument was out of the range|nullable object must have a value|the value field is required|same key has already been added|the given key|an invalid ip address')))
        AND NOT regexp_matches(words, 'unable to obtain configuration|unable to retrieve document|no security keys were provided|reading keys|remote name could not be resolved|no such host|name or service not known|name does not resolve|connection refused|remote certificate|ssl connection|was cancell?ed|has timed out|unable to connect to the remote server|trust relationship|idx10500|idx10803|idx20803|idx20804|idx10204|idx10208|idx10634') THEN 'jwt-invalid'
      WHEN regexp_matches(message, 'value cannot be null|object reference not set|was not in a correct format|unable to cast object|specified cast is not valid|index was out|specified argument was out of the range|nullable object must have a value|the value field is required|same key has already been added|the given key|an invalid ip address') THEN NULL
      WHEN "LastErrorSource" IN ('validate-content', 'validate-parameters', 'validate-headers', 'validate-status-code') THEN 'schema-validation-failed'
      WHEN is_passed_on THEN NULL
      WHEN "LastErrorSource" = 'check-header' THEN 'header-check-failed'
      WHEN "LastErrorSource" IN ('authentication-managed-identity', 'get-authorization-context') THEN 'gateway-credential-failed'
      WHEN NOT is_refused OR regexp_matches(message, 'unable to connect|could not be resolved|timed out|was cancell?ed') THEN NULL
      WHEN "LastErrorSource" = 'ip-filter' THEN 'caller-ip-denied'
      WHEN "LastErrorSource" = 'validate-client-certificate' THEN 'client-certificate-rejected'
      WHEN "LastErrorSource" IN ('llm-token-limit', 'azure-openai-token-limit') THEN 'token-limited'
      WHEN "LastErrorSource" IN ('rate-limit', 'rate-limit-by-key') THEN 'rate-limited'
      WHEN "LastErrorSource" IN ('quota', 'quota-by-key') THEN 'quota-exceeded'
      WHEN "LastErrorSource" = 'limit-concurrency' THEN 'concurrency-limited'
      WHEN "LastErrorSource" = 'llm-content-safety' THEN 'content-safety-blocked'
    END,
    -- Nothing but the status.
    CASE
      WHEN "LastErrorReason" <> '' THEN 'gateway-other'
      WHEN "ResponseCode" BETWEEN 500 AND 599 AND is_passed_on THEN 'backend-returned-5xx'
      WHEN is_refused AND is_passed_on THEN 'backend-returned-4xx'
      WHEN "LastErrorMessage" = '' AND "LastErrorSource" = '' AND "ResponseCode" >= 400 AND NOT is_passed_on THEN 'policy-changed-status'
      ELSE 'unclassified'
    END
  ) AS scenario,
  count(*) AS requests
FROM connected
GROUP BY ALL
