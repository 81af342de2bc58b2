// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/procedure/package.h"
#include "ui/form/dossier_session.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QTreeWidget;
class QTreeWidgetItem;
QT_END_NAMESPACE

namespace jz::ui {

/// How large the dossier comes out, before it is finalised: its attachments by weight, whether the original of each goes inside or only its
/// pages are printed, and with how many dots photos are printed. It is measured anew in another thread after every change.
class SizePage : public QWidget
{
    Q_OBJECT

public:
    SizePage(DossierSession& session, int dpi, QWidget* parent);

    /// What was measured last; nothing while it is being measured for the first time or when it cannot be.
    std::optional<qint64> bytes() const { return m_bytes; }
    bool isMeasuring() const { return m_measuring; }

Q_SIGNALS:
    void measured();
    void resolutionChosen(int dpi);

private:
    void build(int dpi);
    void measure();
    void show(const WrittenDossier& written);
    void fail(const Error& error);
    void setInside(QTreeWidgetItem* item);

    DossierSession& m_session;
    QLabel* m_said;
    QComboBox* m_resolution;
    QTreeWidget* m_weights;
    std::optional<qint64> m_bytes;
    int m_measurement = 0; ///< number of the last one asked for
    bool m_measuring = false;
};

} // namespace jz::ui
