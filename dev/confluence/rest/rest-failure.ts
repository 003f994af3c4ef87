/** An answer that is no success, with Confluence's body for it. */
export class RestFailure extends Error {
  public override readonly name = 'RestFailure';

  public constructor(
    public readonly status: number,
    public readonly body: unknown,
  ) {
    super(`answered with ${status}`);
  }
}

const EXCEPTIONS = 'com.atlassian.confluence.api.service.exceptions';

/** A v1 400, as Cloud words it. @see cohere-ai/quick-start-connectors#164 */
export const v1BadRequest = (message: string): RestFailure =>
  new RestFailure(400, {
    statusCode: 400,
    data: { authorized: true, valid: true, errors: [], successful: true },
    message: `${EXCEPTIONS}.BadRequestException: ${message}`,
  });

/** A v1 404: the content is missing or the caller may not view it, indistinguishably. */
export const v1NotFound = (message: string): RestFailure =>
  new RestFailure(404, {
    statusCode: 404,
    data: { authorized: false, valid: true, allowedInReadOnlyMode: true, errors: [], successful: false },
    message: `${EXCEPTIONS}.NotFoundException: ${message}`,
  });

/** Whoever may not use Confluence at all: anonymous visitors of a site without public access. @see ECO-1450 */
export const v1Forbidden = (): RestFailure =>
  new RestFailure(403, {
    statusCode: 403,
    data: { authorized: false, valid: true, allowedInReadOnlyMode: true, errors: [], successful: false },
    message: `${EXCEPTIONS}.PermissionException: Current user not permitted to use Confluence`,
  });

/** A v2 error. @see PipedreamHQ/pipedream#15776 */
export const v2Failure = (
  status: number,
  error: { readonly code: string; readonly title: string; readonly detail?: string },
): RestFailure =>
  new RestFailure(status, { errors: [{ status, code: error.code, title: error.title, detail: error.detail ?? null }] });

export const v2BadRequest = (title: string, detail?: string): RestFailure =>
  v2Failure(400, { code: 'INVALID_REQUEST_PARAMETER', title, ...(detail === undefined ? {} : { detail }) });

/** Missing or not permitted, indistinguishably. @see OpenAPI v2, 404 of every single-object call */
export const v2NotFound = (): RestFailure => v2Failure(404, { code: 'NOT_FOUND', title: 'Not Found' });

export const v2Unauthorized = (): RestFailure => v2Failure(401, { code: 'UNAUTHORIZED', title: 'Unauthorized' });
