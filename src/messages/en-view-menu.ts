// Words of the menu that says how the grid looks; they come with it.

export const viewMenuText = {
  size: 'Size',
  smaller: 'Smaller pictures',
  larger: 'Larger pictures',
  sizes: { s: 'Small', m: 'Medium', l: 'Large', xl: 'Extra large' },
  picture: 'Picture',
  fill: 'Fill',
  whole: 'Whole',
  preview: 'Play clips',
  previews: { hover: 'On hover', click: 'On click', off: 'Off' },
  fold: 'Fold looks of one person',
  sizeKeys: 'Keys − and +',
}
