/**
 * A signed search for a shell, as docs/http-api.md describes it. The secret comes from the variable `SECRET`, so that it is
 * never in the text.
 */
export const toCurl = (url: string): string => `URL='${url.replaceAll("'", '%27')}'
BODY='{"requestId":"'$(node -p 'crypto.randomUUID()')'","operation":"search","query":"how do we version our API?"}'
TIMESTAMP=$(date -u +%Y-%m-%dT%H:%M:%SZ)
KEY_HEX=$(printf %s "$SECRET" | base64 -d | od -An -tx1 | tr -d ' \\n')
SIGNATURE=$(printf %s "$TIMESTAMP.$BODY" | openssl dgst -sha256 -mac HMAC -macopt hexkey:"$KEY_HEX" -r | cut -d' ' -f1)
curl -sS "$URL" -H 'content-type: application/json' \\
  -H "x-webtrigger-timestamp: $TIMESTAMP" -H "x-webtrigger-signature: sha256=$SIGNATURE" --data "$BODY"`;
