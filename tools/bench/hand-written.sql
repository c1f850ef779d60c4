-- Failed requests per five minutes and scenario, as one would write it by hand over a table of gateway logs: the
-- conditions of the built-in catalogue in its order, and nothing that this one question does not need.
WITH failed AS (
  SELECT *, lower("LastErrorMessage") AS message, lower("LastErrorReason") AS reason, lower("LastErrorSource") AS source
  FROM logs
  WHERE "TimeGenerated" >= CAST($from AS TIMESTAMP)
    AND "TimeGenerated" < CAST($to AS TIMESTAMP)
    AND (
      "ResponseCode" NOT BETWEEN 100 AND 399
      OR ("ResponseCode" IS NULL AND ("IsRequestSuccess" = false OR "LastErrorReason" <> '' OR "LastErrorMessage" <> ''))
      OR contains(lower("LastErrorSource"), 'transfer-response')
      OR "LastErrorReason" = 'ClientConnectionFailure'
    )
)
SELECT
  time_bucket(INTERVAL 5 MINUTE, "TimeGenerated") AS bucket,
  CASE
    -- The gateway names the reason.
    WHEN "LastErrorReason" = 'ClientConnectionFailure' THEN 'client-disconnected'
    WHEN starts_with(reason, 'expressionvalue') THEN 'policy-expression-failure'
    WHEN "LastErrorReason" = 'OperationNotFound' THEN 'operation-not-found'
    WHEN "LastErrorReason" = 'SubscriptionKeyNotFound' THEN 'subscription-key-missing'
    WHEN "LastErrorReason" = 'SubscriptionKeyInvalid' THEN 'subscription-key-invalid'
    WHEN "LastErrorReason" IN ('TokenNotPresent', 'TokenNotFound') THEN 'jwt-missing'
    WHEN "LastErrorReason" = 'TokenExpired' THEN 'jwt-expired'
    WHEN "LastErrorReason" IN ('TokenSignatureInvalid', 'TokenAudienceNotAllowed', 'TokenIssuerNotAllowed', 'TokenSignatureKeyNotFound', 'TokenClaimNotFound', 'TokenClaimValueNotAllowed', 'JwtInvalid') THEN 'jwt-invalid'
    WHEN "LastErrorReason" IN ('CallerIpNotAllowed', 'CallerIpBlocked', 'FailedToParseCallerIP') THEN 'caller-ip-denied'
    WHEN "LastErrorReason" IN ('HeaderNotFound', 'HeaderValueNotAllowed') THEN 'header-check-failed'
    WHEN "LastErrorReason" IN ('OpenAITokenLimitExceeded', 'OpenAITokenQuotaExceeded') THEN 'token-limited'
    WHEN "LastErrorReason" = 'RateLimitExceeded' THEN 'rate-limited'
    WHEN "LastErrorReason" = 'QuotaExceeded' THEN 'quota-exceeded'
    WHEN "LastErrorReason" = 'ContentSafetyPolicyViolated' THEN 'content-safety-blocked'
    WHEN "LastErrorReason" = 'ProtocolViolation' AND (contains(message, 'content length') OR contains(message, 'content-length')) THEN 'request-body-not-replayable'
    WHEN "LastErrorReason" = 'PoolIsInactive' THEN 'backend-circuit-open'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND contains(message, 'expected to be kept alive was closed by the server') THEN 'backend-keepalive-closed'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'the remote name could not be resolved') OR contains(message, 'no such host is known') OR contains(message, 'name or service not known') OR contains(message, 'temporary failure in name resolution') OR contains(message, 'nodename nor servname provided')) THEN 'backend-dns-failure'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'could not establish trust relationship') OR contains(message, 'the remote certificate is invalid') OR contains(message, 'remote certificate was rejected')) THEN 'backend-tls-trust'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'authentication failed, see inner exception') OR contains(message, 'authentication failed because the remote party has closed the transport stream') OR contains(message, 'could not create ssl/tls secure channel') OR contains(message, 'the ssl connection could not be established') OR contains(message, 'ssl handshake failed') OR contains(message, 'received an unexpected eof or 0 bytes from the transport stream') OR contains(message, 'alert protocol version') OR contains(message, 'alert handshake failure')) THEN 'backend-tls-handshake'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'unable to connect to the remote server') OR contains(message, 'did not properly respond after a period of time') OR contains(message, 'connection timed out') OR contains(message, 'within the configured connecttimeout')) THEN 'backend-connect-timeout'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND message = '' AND NOT contains(source, 'transfer-response') AND ("BackendTime" BETWEEN 19500 AND 22500 OR "LastErrorElapsed" BETWEEN 19500 AND 22500) THEN 'backend-connect-timeout'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'connection refused') OR contains(message, 'target machine actively refused it')) THEN 'backend-connect-refused'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'the connection was closed unexpectedly') OR contains(message, 'an unexpected error occurred on a receive') OR contains(message, 'forcibly closed by the remote host') OR contains(message, 'connection reset by peer') OR contains(message, 'broken pipe') OR (contains(message, 'transport connection') AND (contains(message, 'unexpectedly closed') OR contains(message, 'closed unexpectedly')) AND NOT contains(message, 'client connection'))) THEN 'backend-connection-closed'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' AND (contains(message, 'unable to read data from the transport connection: the connection was closed') OR contains(message, 'error while copying content to a stream') OR contains(message, 'the response ended prematurely') OR contains(source, 'transfer-response')) THEN 'backend-response-aborted'
    WHEN "LastErrorReason" = 'BackendConnectionFailure' THEN 'backend-connection-other'
    WHEN "LastErrorReason" = 'Timeout' THEN 'backend-timeout'
    -- The message tells.
    WHEN contains(message, 'the operation was cancelled') OR contains(message, 'the operation was canceled') OR contains(message, 'a task was cancelled') OR contains(message, 'a task was canceled') OR (contains(message, 'client connection') AND (contains(message, 'unexpectedly closed') OR contains(message, 'closed unexpectedly'))) THEN 'client-disconnected'
    WHEN starts_with(message, 'expression evaluation failed') OR contains(message, 'expression value is invalid') THEN 'policy-expression-failure'
    WHEN contains(message, 'unable to match incoming request to an operation') OR contains(message, 'unable to identify api or operation for this request') THEN 'operation-not-found'
    WHEN contains(message, 'access denied due to missing subscription key') THEN 'subscription-key-missing'
    WHEN contains(message, 'access denied due to invalid subscription key') THEN 'subscription-key-invalid'
    WHEN contains(message, 'jwt not present') OR contains(message, 'jwt not found in the request') THEN 'jwt-missing'
    WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token') AND (contains(reason, 'not present') OR contains(message, 'not present') OR ((contains(reason, 'missing') OR contains(message, 'missing')) AND NOT (contains(reason, 'claim') OR contains(message, 'claim')))) THEN 'jwt-missing'
    WHEN contains(message, 'idx10223') OR contains(message, 'lifetime validation failed') THEN 'jwt-expired'
    WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token') AND (contains(reason, 'expired') OR contains(message, 'expired') OR contains(reason, 'lifetime') OR contains(message, 'lifetime')) THEN 'jwt-expired'
    WHEN contains(message, 'jwt validation failed') OR contains(message, 'invalid azure ad jwt') OR contains(message, 'missing the following claims') OR contains(message, 'idx10') THEN 'jwt-invalid'
    WHEN (contains(message, 'caller ip address') AND (contains(message, 'is not allowed') OR contains(message, 'is blocked'))) OR contains(message, 'failed to establish ip address for the caller') THEN 'caller-ip-denied'
    WHEN starts_with(message, 'header ') AND (contains(message, 'was not found in the request') OR contains(message, 'is not allowed. access denied')) THEN 'header-check-failed'
    WHEN contains(message, 'invalid client certificate') THEN 'client-certificate-rejected'
    WHEN contains(message, 'token limit is exceeded') OR contains(message, 'token quota is exceeded') THEN 'token-limited'
    WHEN contains(message, 'rate limit is exceeded') THEN 'rate-limited'
    WHEN contains(message, 'out of call volume quota') OR contains(message, 'out of bandwidth quota') THEN 'quota-exceeded'
    WHEN contains(message, 'does not conform to the definition') OR contains(message, 'cannot be parsed according to the definition') OR contains(message, 'cannot be validated for the content type') OR contains(message, 'exceeds the configured limit of') OR contains(message, 'api''s schema does not') OR (starts_with(message, 'unspecified ') AND contains(message, 'is not allowed')) OR (starts_with(message, 'response status code') AND contains(message, 'is not allowed')) THEN 'schema-validation-failed'
    WHEN contains(message, 'request failed content safety check') THEN 'content-safety-blocked'
    WHEN contains(message, 'content length mismatch') THEN 'request-body-not-replayable'
    WHEN contains(message, 'circuit breaker') OR contains(message, 'no healthy backend') OR (contains(message, 'backend pool') AND contains(message, 'temporarily unavailable')) THEN 'backend-circuit-open'
    WHEN contains(message, 'expected to be kept alive was closed by the server') THEN 'backend-keepalive-closed'
    WHEN contains(message, 'the remote name could not be resolved') OR contains(message, 'no such host is known') OR contains(message, 'name or service not known') OR contains(message, 'temporary failure in name resolution') OR contains(message, 'nodename nor servname provided') THEN 'backend-dns-failure'
    WHEN contains(message, 'could not establish trust relationship') OR contains(message, 'the remote certificate is invalid') OR contains(message, 'remote certificate was rejected') THEN 'backend-tls-trust'
    WHEN contains(message, 'authentication failed, see inner exception') OR contains(message, 'authentication failed because the remote party has closed the transport stream') OR contains(message, 'could not create ssl/tls secure channel') OR contains(message, 'the ssl connection could not be established') OR contains(message, 'ssl handshake failed') OR contains(message, 'received an unexpected eof or 0 bytes from the transport stream') OR contains(message, 'alert protocol version') OR contains(message, 'alert handshake failure') THEN 'backend-tls-handshake'
    WHEN contains(message, 'unable to connect to the remote server') OR contains(message, 'did not properly respond after a period of time') OR contains(message, 'connection timed out') OR contains(message, 'within the configured connecttimeout') THEN 'backend-connect-timeout'
    WHEN contains(message, 'connection refused') OR contains(message, 'target machine actively refused it') THEN 'backend-connect-refused'
    WHEN contains(message, 'the connection was closed unexpectedly') OR contains(message, 'an unexpected error occurred on a receive') OR contains(message, 'forcibly closed by the remote host') OR contains(message, 'connection reset by peer') OR contains(message, 'broken pipe') OR (contains(message, 'transport connection') AND (contains(message, 'unexpectedly closed') OR contains(message, 'closed unexpectedly')) AND NOT contains(message, 'client connection')) THEN 'backend-connection-closed'
    WHEN contains(message, 'unable to read data from the transport connection: the connection was closed') OR contains(message, 'error while copying content to a stream') OR contains(message, 'the response ended prematurely') THEN 'backend-response-aborted'
    WHEN contains(message, 'cannot assign requested address') OR contains(message, 'access a socket in a way forbidden by its access permissions') OR contains(message, 'only one usage of each socket address') OR contains(message, 'an error occurred while sending the request') OR contains(message, 'no route to host') OR contains(message, 'network is unreachable') OR contains(message, 'the server returned an invalid or unrecognized response') THEN 'backend-connection-other'
    WHEN contains(message, 'request to the backend service timed out') OR contains(message, 'the operation has timed out') THEN 'backend-timeout'
    -- All that is known is the policy that raised the error.
    WHEN "LastErrorSource" IN ('validate-jwt', 'validate-azure-ad-token') THEN 'jwt-invalid'
    WHEN "LastErrorSource" = 'ip-filter' THEN 'caller-ip-denied'
    WHEN "LastErrorSource" = 'check-header' THEN 'header-check-failed'
    WHEN "LastErrorSource" = 'validate-client-certificate' THEN 'client-certificate-rejected'
    WHEN "LastErrorSource" IN ('llm-token-limit', 'azure-openai-token-limit') THEN 'token-limited'
    WHEN "LastErrorSource" IN ('rate-limit', 'rate-limit-by-key') THEN 'rate-limited'
    WHEN "LastErrorSource" IN ('quota', 'quota-by-key') THEN 'quota-exceeded'
    WHEN "LastErrorSource" = 'limit-concurrency' THEN 'concurrency-limited'
    WHEN "LastErrorSource" IN ('validate-content', 'validate-parameters', 'validate-headers', 'validate-status-code') THEN 'schema-validation-failed'
    WHEN "LastErrorSource" = 'llm-content-safety' THEN 'content-safety-blocked'
    WHEN "LastErrorSource" IN ('authentication-managed-identity', 'get-authorization-context') THEN 'gateway-credential-failed'
    -- Nothing but the status.
    WHEN "LastErrorReason" = '' AND "ResponseCode" BETWEEN 500 AND 599 AND "BackendResponseCode" = "ResponseCode" THEN 'backend-returned-5xx'
    WHEN "LastErrorReason" = '' AND "ResponseCode" BETWEEN 400 AND 499 AND "BackendResponseCode" = "ResponseCode" THEN 'backend-returned-4xx'
    WHEN "LastErrorReason" = '' AND "LastErrorMessage" = '' AND "ResponseCode" >= 400 AND "BackendResponseCode" IS DISTINCT FROM "ResponseCode" THEN 'policy-changed-status'
    WHEN "LastErrorReason" <> '' THEN 'gateway-other'
    ELSE 'unclassified'
  END AS scenario,
  count(*) AS requests
FROM failed
GROUP BY ALL
