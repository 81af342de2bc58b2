// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/batch_parcels.h"
#include "ui/desk/dialogs.h"
#include "ui/recommender/batch_board.h"

#include <QDialog>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QDateEdit;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;
QT_END_NAMESPACE

namespace jz::ui {

/// Paper copies (纸质材料): what is in each parcel, who carries it, when it was posted and when it arrived, which counts; packing list and label as a document.
class ParcelsDialog : public QDialog
{
    Q_OBJECT

public:
    ParcelsDialog(BatchBoard& board, Dialogs& dialogs, QWidget* parent);

    void done(int result) override;

private:
    void build();
    void addCopies(QVBoxLayout* layout);
    void refresh(int number);
    void showParcel();
    /// Another parcel is wanted.
    void goTo();
    /// One without a batch when there is none of that number.
    Parcel parcelOf(int number) const;
    /// The copies and the fate of the parcel on show, as they stand in the controls.
    std::pair<QList<PackedCopies>, Parcel> typed() const;
    /// Asks about what was typed and not kept, before something else comes in its place: false to stay with it.
    bool settle();
    /// Packs a new parcel, or changes what became of the one chosen.
    Parcel kept();
    void keep();
    void writeList();

    BatchBoard& m_board;
    Dialogs& m_dialogs;
    QList<Parcel> m_all;
    int m_shown = 1;                             ///< number of the parcel on show
    std::pair<QList<PackedCopies>, Parcel> m_kept; ///< what stood in the controls when it was shown
    QComboBox* m_which;
    QList<std::pair<QUuid, QSpinBox*>> m_copies; ///< by dossier
    QLineEdit* m_courier;
    QLineEdit* m_waybill;
    QCheckBox* m_isPosted;
    QDateEdit* m_posted;
    QCheckBox* m_hasArrived;
    QDateTimeEdit* m_arrived;
    QLabel* m_said;
};

} // namespace jz::ui
