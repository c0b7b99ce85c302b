// The words of copying. A second language is a file of the same shape.

export const copyingText = {
  copied: 'Copied',
  failed: 'The browser did not allow copying',
}
