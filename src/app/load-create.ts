/** The create dialog's code, once; called ahead of a click, it is there when the dialog opens. */
export const loadCreate = async () => (await import('./create-part.tsx')).CreatePart

/** The same for several looks. */
export const loadBatch = async () => (await import('./batch-part.tsx')).BatchPart
