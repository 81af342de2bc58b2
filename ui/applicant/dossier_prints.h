// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/form/dossier_session.h"

#include <QTemporaryDir>

#include <memory>

QT_BEGIN_NAMESPACE
class QAction;
class QMenu;
QT_END_NAMESPACE

namespace jz::ui {

/// What of a dossier goes to paper: the dossier itself as it is now (with the watermark while it is a draft), a print for reading with
/// bars at what changed since the last one, the request for the use of the seal.
class DossierPrints : public QObject
{
    Q_OBJECT

public:
    /// `desk` is where dialogs stand.
    DossierPrints(DossierSession& session, QWidget* desk);

    /// The actions, in a menu that belongs to the desk.
    QMenu* menu() const { return m_menu; }

    void print();
    void printForReading();
    void requestSeal();

private:
    void add(const char* name, const QString& iconName, const QString& words, void (DossierPrints::*run)());
    QString written(const std::shared_ptr<QTemporaryDir>& folder);
    bool isFinal() const;
    QString name() const;

    DossierSession& m_session;
    QWidget* m_desk;
    QMenu* m_menu;
    QAction* m_seal = nullptr;
};

} // namespace jz::ui
