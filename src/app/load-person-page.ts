/** A person's page, once: the router waits for it, and the page that shows it asks for the same. */
export const loadPersonPage = async () => ({ default: (await import('#groups/person-page.tsx')).PersonPage })
