/** Rows on their way, of the size they will have. */
export function SkeletonRows({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} aria-busy="true">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="flex items-center gap-4 border-t border-line px-(--gutter) py-2.5">
          <div className="h-13.5 w-24 rounded-control bg-well" />
          <div>
            <div className="h-4 w-48 rounded-control bg-well" />
            <div className="mt-2 h-3.5 w-32 rounded-control bg-well" />
          </div>
        </div>
      ))}
    </div>
  )
}
