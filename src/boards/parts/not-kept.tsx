import { boardWords } from '#messages/en-board-common.ts'

/** Said where boards are in memory only. */
export const NotKept = ({ className = '' }: { className?: string }) => (
  <p role="status" className={`bg-well px-4 py-3 text-13 text-warn ${className}`}>
    {boardWords.notKept}
  </p>
)
