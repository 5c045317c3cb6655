import type { Attachment } from 'svelte/attachments';

/** A dialog that is there is open, over everything; a press beside it closes it, and the focus goes back. */
export function modal(onClose: () => void): Attachment<HTMLDialogElement> {
  return (dialog) => {
    const before = document.activeElement;
    const onCancel = (event: Event): void => {
      event.preventDefault();
      onClose();
    };
    const onPress = (event: PointerEvent): void => {
      if (event.target === dialog) onClose();
    };
    dialog.addEventListener('cancel', onCancel);
    dialog.addEventListener('pointerdown', onPress);
    dialog.showModal();
    return () => {
      dialog.removeEventListener('cancel', onCancel);
      dialog.removeEventListener('pointerdown', onPress);
      dialog.close();
      if (before instanceof HTMLElement) before.focus();
    };
  };
}
