/** A space as the calling user sees it, asked of Confluence with that user's own rights. */
export type SpaceSeenByCaller =
  | { readonly kind: 'not-available' }
  | {
      readonly kind: 'visible';
      readonly id: string;
      readonly key: string;
      readonly status: string;
      readonly mayAdminister: boolean;
      /** Account id; absent when Confluence names nobody. */
      readonly ownerAccountId?: string;
    };

/** The rights of whoever called a resolver function; every method asks Confluence anew. */
export interface CallerRights {
  /** @throws {ConfluenceFailure} */
  seeSpace(spaceId: string): Promise<SpaceSeenByCaller>;
  /** @throws {ConfluenceFailure} */
  administersConfluence(): Promise<boolean>;
}

/** Who called, and from where: as the resolver context says, which for the space is only a claim. */
export type Caller = {
  /** Account id; absent for an anonymous visitor. */
  readonly accountId?: string;
  readonly spaceId?: string;
  /** Address of the site, as the product gives it. */
  readonly siteUrl?: string;
};
