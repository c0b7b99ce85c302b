import type { Look } from '#heygen/schemas/look.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { launchToken } from '#queries/launch-token.ts'
import { pageConfig } from '#queries/page-config.ts'
import { lookBlock } from './rules.ts'

/** Why nothing can be created here at all, or not with this look; null where it can. */
export function spendingBlock(look: Look | null): string | null {
  if (pageConfig.spending === 'off') return dialogText.off
  if (pageConfig.spending === 'launch' && !launchToken.read()) return dialogText.launch
  return look && lookBlock(look)
}
